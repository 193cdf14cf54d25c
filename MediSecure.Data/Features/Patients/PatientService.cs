using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Persistence;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Data.Features.Patients;

/// <summary>Patients of an organisation: finding, registering, editing, and opening one's page. What a search looks for is in <c>PatientService.Search.cs</c>.</summary>
public sealed partial class PatientService(MediSecureDb doors, TimeProvider clock)
{
    private const long BeforeFirstNumber = 100_000;
    private const string NumberLock = "record-number";

    /// <summary>One patient as a list shows them, e.g. for a form that a link opened with a patient.</summary>
    public async Task<Result<PatientRow>> GetAsync(Guid patientId, CancellationToken ct)
    {
        await using var db = await doors.OpenAsync(Permission.SearchPatients, ct);
        var row = await Rows(db.Patients.Where(p => p.Id == patientId)).SingleOrDefaultAsync(ct);
        return row is null ? Error.NotFound : row;
    }

    /// <summary>Enters a patient's page; recorded once per call.</summary>
    /// <param name="patientId">Whose.</param>
    /// <param name="ct">Cancels before anything is read.</param>
    /// <param name="reason">Why, for a restricted chart.</param>
    public Task<Result<PatientDetail>> OpenAsync(Guid patientId, CancellationToken ct, string? reason = null) => DetailAsync(patientId, newView: true, ct, reason);

    /// <summary>Reads the page again while it is open, after a change: no new view.</summary>
    public Task<Result<PatientDetail>> RefreshAsync(Guid patientId, CancellationToken ct) => DetailAsync(patientId, newView: false, ct);

    /// <summary>Registers a patient, or asks first when somebody looks the same. Safe to call again with the same id.</summary>
    /// <param name="patientId">Made by the form: pressing twice registers once.</param>
    /// <param name="form">The facts.</param>
    /// <param name="evenIfSimilar">The person at the desk looked at the similar ones and says it is somebody else.</param>
    /// <param name="ct">Cancels before anything is written.</param>
    /// <returns>The patient, or the similar people and no patient.</returns>
    public async Task<Result<RegistrationOutcome>> RegisterAsync(Guid patientId, RegisterPatientForm form, bool evenIfSimilar, CancellationToken ct)
    {
        var outcome = await doors.ChangeAsync<RegistrationOutcome>(Permission.RegisterPatient, async (db, ct) =>
        {
            if (FormRules.Check(form) is { } problem)
            {
                return problem;
            }

            var name = PersonName.Create(form.GivenName, form.FamilyName, form.MiddleName, form.Title);
            var organization = await db.Organizations.AsNoTracking().Where(o => o.Id == db.OrganizationId).Select(o => new { o.RecordNumberPrefix, o.TimeZone }).SingleAsync(ct);
            if (Patient.CheckBirthDate(form.BirthDate!.Value, Today(organization.TimeZone)) is { Failed: true } wrong)
            {
                return wrong.Error;
            }

            await db.LockAsync(NumberLock, db.OrganizationId, ct);
            if (await Rows(db.Patients.Where(p => p.Id == patientId)).SingleOrDefaultAsync(ct) is { } before)
            {
                return before.BirthDate == form.BirthDate && before.Name == name.Value.Display ? new RegistrationOutcome(before, []) : PatientErrors.IdTaken;
            }

            if (!evenIfSimilar && await SimilarAsync(db, name.Value, form.BirthDate.Value, ct) is { Count: > 0 } similar)
            {
                return new RegistrationOutcome(null, similar);
            }

            var counter = await db.RecordNumberCounters.SingleOrDefaultAsync(ct);
            if (counter is null)
            {
                db.Add(counter = new RecordNumberCounter(db.OrganizationId, BeforeFirstNumber));
            }

            var number = $"{organization.RecordNumberPrefix}-{counter.Next()}";
            var patient = new Patient(patientId, db.OrganizationId, number, name.Value, form.Sex!.Value, form.BirthDate.Value, clock.GetUtcNow().UtcDateTime);
            SetContact(patient, form);
            db.Add(patient);
            db.AddRange(SearchText.Words(patient.DisplayName).Select(word => new PatientSearchWord(db.OrganizationId, patient.Id, word)));
            var saved = await db.SaveAsync(ct);
            return saved.Failed ? saved.Error : new RegistrationOutcome(ToRow(patient), []);
        }, ct);

        if (!outcome.Failed && outcome.Value.Similar.Count > 0)
        {
            await doors.RecordReadAsync(Permission.RegisterPatient, nameof(Patient), "similar people shown", outcome.Value.Similar.Select(s => s.Id).ToList(), ct);
        }

        return outcome;
    }

    /// <summary>Changes a patient's facts. Stale when somebody else changed them since <see cref="EditPatientForm.Version"/>.</summary>
    public Task<Result> EditAsync(Guid patientId, EditPatientForm form, CancellationToken ct) => doors.ChangeChartAsync(Permission.EditPatient, patientId, async (db, ct) =>
    {
        if (FormRules.Check(form) is { } problem)
        {
            return problem;
        }

        var name = PersonName.Create(form.GivenName, form.FamilyName, form.MiddleName, form.Title);
        var zone = await db.Organizations.AsNoTracking().Where(o => o.Id == db.OrganizationId).Select(o => o.TimeZone).SingleAsync(ct);
        if (Patient.CheckBirthDate(form.BirthDate!.Value, Today(zone)) is { Failed: true } wrong)
        {
            return wrong;
        }

        var patient = await db.Patients.SingleAsync(p => p.Id == patientId, ct);
        if (patient.Version != form.Version)
        {
            return Error.Stale;
        }

        patient.Rename(name.Value);
        patient.Correct(form.Sex!.Value, form.BirthDate.Value);
        SetContact(patient, form);
        await RebuildWordsAsync(db, patient, ct);
        return await db.SaveAsync(ct);
    }, ct);

    /// <summary>Restricts a chart: everybody gives a reason each time they open it.</summary>
    public Task<Result> RestrictAsync(RestrictChartForm form, CancellationToken ct) => doors.ChangeAsync(Permission.RestrictChart, async (db, ct) =>
        FormRules.Check(form) is { } problem ? problem : await ChangeRestrictionAsync(db, form.PatientId, patient => patient.Restrict(form.Kind!.Value, clock.GetUtcNow().UtcDateTime, db.ActorId), ct), ct);

    /// <summary>The chart opens again to those who treat the patient without being asked.</summary>
    public Task<Result> LiftRestrictionAsync(Guid patientId, CancellationToken ct) => doors.ChangeAsync(Permission.RestrictChart, (db, ct) =>
        ChangeRestrictionAsync(db, patientId, patient => patient.LiftRestriction(), ct), ct);

    private static async Task<Result> ChangeRestrictionAsync(MediSecureDbContext db, Guid patientId, Func<Patient, Result> change, CancellationToken ct)
    {
        var patient = await db.Patients.SingleOrDefaultAsync(p => p.Id == patientId, ct);
        if (patient is null)
        {
            return Error.NotFound;
        }

        var result = change(patient);
        return result.Failed ? result : await db.SaveAsync(ct);
    }

    private async Task<Result<PatientDetail>> DetailAsync(Guid patientId, bool newView, CancellationToken ct, string? reason = null)
    {
        var opened = await doors.OpenChartAsync(Permission.ViewPatient, patientId, ct, newView, reason);
        if (opened.Failed)
        {
            return opened.Error;
        }

        await using var db = opened.Value;
        var found = await (from p in db.Patients.AsNoTracking() join o in db.Organizations on p.OrganizationId equals o.Id where p.Id == patientId select new { Patient = p, o.TimeZone })
            .SingleOrDefaultAsync(ct);
        if (found is null)
        {
            return Error.NotFound;
        }

        var p2 = found.Patient;
        var on = p2.DeceasedAt is { } died ? DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(died, TimeZoneInfo.FindSystemTimeZoneById(found.TimeZone))) : Today(found.TimeZone);
        return new PatientDetail(p2.Id, p2.DisplayName, new PersonName(p2.GivenName, p2.FamilyName, p2.MiddleName, p2.Title), p2.Sex, p2.BirthDate, Age.Years(p2.BirthDate, on), Age.Months(p2.BirthDate, on),
            p2.RecordNumber, p2.Phone, p2.Email, p2.Address, p2.NextOfKinName, p2.NextOfKinPhone, p2.UserId is not null, p2.RegisteredAt, p2.DeceasedAt, p2.Version);
    }

    private static async Task<List<PatientRow>> SimilarAsync(MediSecureDbContext db, PersonName name, DateOnly birthDate, CancellationToken ct)
    {
        const int most = 1_000; // born on one day
        var sameDay = await db.Patients.AsNoTracking().Where(p => p.BirthDate == birthDate).OrderBy(p => p.Id).Take(most).ToListAsync(ct);
        return sameDay.Where(p => SimilarNames.Similar(name, new PersonName(p.GivenName, p.FamilyName, p.MiddleName))).Select(ToRow).Take(10).ToList();
    }

    private static async Task RebuildWordsAsync(MediSecureDbContext db, Patient patient, CancellationToken ct)
    {
        var words = SearchText.Words(patient.DisplayName);
        var existing = await db.PatientSearchWords.Where(w => w.PatientId == patient.Id).ToListAsync(ct);
        db.RemoveRange(existing.Where(w => !words.Contains(w.Word)));
        db.AddRange(words.Except(existing.Select(w => w.Word)).Select(word => new PatientSearchWord(patient.OrganizationId, patient.Id, word)));
    }

    private static void SetContact(Patient patient, RegisterPatientForm form) =>
        patient.SetContact(Text.Clean(form.Phone), Text.Clean(form.Email), Text.Clean(form.Address), Text.Clean(form.NextOfKinName), Text.Clean(form.NextOfKinPhone));

    private DateOnly Today(string timeZone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(clock.GetUtcNow().UtcDateTime, TimeZoneInfo.FindSystemTimeZoneById(timeZone)));

    private static IQueryable<PatientRow> Rows(IQueryable<Patient> patients) => patients.AsNoTracking()
        .Select(p => new PatientRow(p.Id, p.DisplayName, p.RecordNumber, p.BirthDate, p.Sex, p.DeceasedAt != null));

    private static PatientRow ToRow(Patient p) => new(p.Id, p.DisplayName, p.RecordNumber, p.BirthDate, p.Sex, p.DeceasedAt is not null);
}
