namespace MediSecure.Data.Features.Fluids;

/// <summary>One entry. <paramref name="Balance"/> is the day's balance after it; null for one that was entered in error.</summary>
public sealed record FluidRow(Guid Id, FluidKind Kind, int Millilitres, string? Note, DateTime TakenAt, string? By, int? Balance, string? ErrorReason, DateTime? ErrorAt);

/// <summary>A fluid day of one patient.</summary>
/// <param name="On">The day on which it begins.</param>
/// <param name="StartsAt">UTC.</param>
/// <param name="EndsAt">UTC.</param>
/// <param name="Rows">Oldest first.</param>
/// <param name="Intake">Millilitres.</param>
/// <param name="Output">Millilitres.</param>
/// <param name="Days">Balances of the seven days up to this one, oldest first; days without an entry are not among them.</param>
public sealed record FluidBalance(DateOnly On, DateTime StartsAt, DateTime EndsAt, IReadOnlyList<FluidRow> Rows, int Intake, int Output, IReadOnlyList<FluidDayRow> Days)
{
    public int Balance => Intake - Output;
}

/// <summary>Sums of one fluid day.</summary>
public sealed record FluidDayRow(DateOnly On, int Intake, int Output)
{
    public int Balance => Intake - Output;
}
