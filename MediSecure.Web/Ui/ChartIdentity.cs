namespace MediSecure.Web.Ui;

/// <summary>Whose chart it is: the name, and two identifiers that tell people of one name apart. Cascaded by whatever opens dialogs about a patient; every <see cref="Dialog"/> below it shows it.</summary>
public sealed record ChartIdentity(string Name, DateOnly BirthDate, string RecordNumber)
{
    /// <summary><c>Ada Obi · 03 Aug 1968 · CH-000123</c></summary>
    public override string ToString() => $"{Name} · {OrganizationClock.Date(BirthDate)} · {RecordNumber}";
}
