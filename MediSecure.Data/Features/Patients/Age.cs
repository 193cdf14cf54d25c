namespace MediSecure.Data.Features.Patients;

/// <summary>Age as people count it. Somebody born on 29 February has a birthday on 1 March in other years.</summary>
public static class Age
{
    public static int Years(DateOnly birthDate, DateOnly on) => Months(birthDate, on) / 12;

    public static int Months(DateOnly birthDate, DateOnly on)
    {
        var months = ((on.Year - birthDate.Year) * 12) + on.Month - birthDate.Month - (on.Day < birthDate.Day ? 1 : 0);
        return Math.Max(0, months);
    }
}
