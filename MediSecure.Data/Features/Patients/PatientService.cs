using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Features.Encounters;
using MediSecure.Data.Persistence;
using MediSecure.Data.Persistence.Encryption;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Data.Features.Patients;

/// <summary>Patients of an organisation: finding, registering, editing, and opening one's page. What a search looks for is in <c>PatientService.Search.cs</c>.</summary>
public sealed partial class PatientService(MediSecureDb doors, IFieldCipher cipher, TimeProvider clock)
{
    private const long BeforeFirstNumber = 100_000;
    private const string NumberLock = "record-number";

    /// <summary>One patient as a list shows them, e.g. for a form that a link opened with a patient.</summary>
    public async Task<Result<PatientRow>> GetAsync(Guid patientId, CancellationToken ct)
    {
        await using var db = await doors.OpenAsync(Permission.SearchPatients, ct);
        var row = await Rows(db.Patients.Where(p => p.Id == patientId)).SingleOrDefaultAsync(ct);
        if (row is null)
        {
            return Error.NotFound;
        }

        await doors.RecordShownAsync(db.Scope, "one person", [patientId], ct);
        return (await MarkedAsync(db, [row], ct))[0];
    }

    /// <summary>Says of each whether its chart opens to who asks, and whether it asks for a reason.</summary>
    private async Task<List<PatientRow>> MarkedAsync(MediSecureDbContext db, List<PatientRow> rows, CancellationToken ct)
    {
        var ids = rows.ConvertAll(row => row.Id);
        var opens = await doors.OpeningAsync(db, ids, ct);
        var restricted = ProtectedField.ChartRestriction.Shows(db.ActorRoles)
            ? await db.Patients.AsNoTracking().Where(p => ids.Contains(p.Id) && p.Restriction != null).Select(p => p.Id).ToListAsync(ct) : [];
        return rows.ConvertAll(row => row with { Opens = opens.Contains(row.Id), IsRestricted = restricted.Contains(row.Id) });
    }

    /// <summary>Enters a patient's page; recorded once per call.</summary>
    /// <param name="patientId">Whose.</param>
    /// <param name="ct">Cancels before anything is read.</param>
    /// <param name="reason">Why, for a restricted chart.</param>
    public Task<Result<PatientDetail>> OpenAsync(Guid patientId, CancellationToken ct, string? reason = null) => DetailAsync(patientId, newView: true, ct, reason);

    /// <summary>Reads the page again while it is open, after a change: no new view.</summary>
    public Task<Result<PatientDetail>> RefreshAsync(Guid patientId, CancellationToken ct) => DetailAsync(patientId, newView: false, ct);

    /// <summary>Records that something of the record goes to paper, before it does. Opens the chart with the permission of what is printed.</summary>
    /// <param name="patientId">Whose.</param>
    /// <param name="paper">What.</param>
    /// <param name="id">Which; null for the summary of the chart.</param>
    /// <param name="ct">Cancels before anything is written.</param>
    public async Task<Result> PrintAsync(Guid patientId, PaperKind paper, Guid? id, CancellationToken ct)
    {
        var opened = await doors.OpenChartAsync(paper.Permission(), patientId, ct);
        if (opened.Failed)
        {
            return opened.Error;
        }

        await using var db = opened.Value;
        await doors.RecordPrintAsync(db.Scope, paper.EntityType(), id ?? patientId, patientId);
        return Result.Ok;
    }

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
            var organization = await db.Organizations.AsNoTracking().Where(o => o.Id == db.OrganizationId).Select(o => new { o.RecordNumberPrefix, o.TimeZone, o.Country }).SingleAsync(ct);
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
            // The unique index alone would not see the same number under the key before, while keys are rotated.
            if (await HasNationalIdAsync(db, patientId, form.NationalId, organization.Country, ct))
            {
                return PatientErrors.NationalIdTaken;
            }

            SetContact(db, patient, form, organization.Country);
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
    public async Task<Result> EditAsync(Guid patientId, EditPatientForm form, CancellationToken ct) => Text.Clean(form.NationalId) is { } identifier && await NationalIdIsTakenAsync(patientId, identifier, ct)
        ? PatientErrors.NationalIdTaken : await doors.ChangeChartAsync(Permission.EditPatient, patientId, async (db, ct) =>
    {
        if (FormRules.Check(form) is { } problem)
        {
            return problem;
        }

        var name = PersonName.Create(form.GivenName, form.FamilyName, form.MiddleName, form.Title);
        var organization = await db.Organizations.AsNoTracking().Where(o => o.Id == db.OrganizationId).Select(o => new { o.TimeZone, o.Country }).SingleAsync(ct);
        if (Patient.CheckBirthDate(form.BirthDate!.Value, Today(organization.TimeZone)) is { Failed: true } wrong)
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
        SetContact(db, patient, form, organization.Country);
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
        var found = await (from p in db.Patients.AsNoTracking() join o in db.Organizations on p.OrganizationId equals o.Id where p.Id == patientId select new
        {
            Patient = p, o.TimeZone,
            Inpatient = db.Encounters.Any(e => e.PatientId == p.Id && e.Class == EncounterClass.Inpatient && e.EndedAt == null && e.Status != EncounterStatus.EnteredInError),
        }).SingleOrDefaultAsync(ct);
        if (found is null)
        {
            return Error.NotFound;
        }

        var knows = ProtectedField.ChartRestriction.Shows(db.ActorRoles);
        var p2 = found.Patient;
        var on = p2.DeceasedAt is { } died ? DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(died, TimeZoneInfo.FindSystemTimeZoneById(found.TimeZone))) : Today(found.TimeZone);
        var row = cipher.Row<Patient>(db, p2.Id);
        var readable = row.TryOpen(nameof(Patient.Phone), p2.Phone, out var phone) & row.TryOpen(nameof(Patient.Email), p2.Email, out var email) & row.TryOpen(nameof(Patient.Address), p2.Address, out var address)
            & row.TryOpen(nameof(Patient.NextOfKinName), p2.NextOfKinName, out var kin) & row.TryOpen(nameof(Patient.NextOfKinPhone), p2.NextOfKinPhone, out var kinPhone)
            & row.TryOpen(nameof(Patient.NationalId), p2.NationalId, out var nationalId);
        return new PatientDetail(p2.Id, p2.DisplayName, new PersonName(p2.GivenName, p2.FamilyName, p2.MiddleName, p2.Title), p2.Sex, p2.BirthDate, Age.Years(p2.BirthDate, on), Age.Months(p2.BirthDate, on),
            p2.RecordNumber, phone, email, address, kin, kinPhone, ProtectedField.NationalId.Shows(db.ActorRoles) ? nationalId : null, !readable, p2.UserId is not null, p2.RegisteredAt, p2.DeceasedAt, p2.Version)
        {
            Restriction = knows ? p2.Restriction : null,
            RestrictedAt = knows ? p2.RestrictedAt : null,
            Inpatient = found.Inpatient,
        };
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

    private void SetContact(MediSecureDbContext db, Patient patient, RegisterPatientForm form, string country)
    {
        var row = cipher.Row<Patient>(db, patient.Id);
        patient.SetContact(new PatientContact
        {
            Phone = row.SealIndexed(nameof(Patient.Phone), Text.Clean(form.Phone), country, patient.Phone, patient.PhoneIndex),
            Email = row.Seal(nameof(Patient.Email), Text.Clean(form.Email), patient.Email),
            Address = row.Seal(nameof(Patient.Address), Text.Clean(form.Address), patient.Address),
            NextOfKinName = row.Seal(nameof(Patient.NextOfKinName), Text.Clean(form.NextOfKinName), patient.NextOfKinName),
            NextOfKinPhone = row.Seal(nameof(Patient.NextOfKinPhone), Text.Clean(form.NextOfKinPhone), patient.NextOfKinPhone),
            NationalId = row.SealIndexed(nameof(Patient.NationalId), Text.Clean(form.NationalId), country, patient.NationalId, patient.NationalIdIndex),
        });
    }

    /// <summary>Whether another patient here has this national id. Asked before the chart is open: inside it the others do not exist.</summary>
    private async Task<bool> NationalIdIsTakenAsync(Guid patientId, string? nationalId, CancellationToken ct)
    {
        await using var db = await doors.OpenAsync(Permission.EditPatient, ct);
        return await HasNationalIdAsync(db, patientId, nationalId, "", ct);
    }

    private async Task<bool> HasNationalIdAsync(MediSecureDbContext db, Guid patientId, string? nationalId, string country, CancellationToken ct)
    {
        foreach (var index in cipher.Find<Patient>(db, nameof(Patient.NationalId), nationalId, country))
        {
            if (await db.Patients.AnyAsync(p => p.Id != patientId && p.NationalIdIndex == index, ct))
            {
                return true;
            }
        }

        return false;
    }

    private DateOnly Today(string timeZone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(clock.GetUtcNow().UtcDateTime, TimeZoneInfo.FindSystemTimeZoneById(timeZone)));

    private static IQueryable<PatientRow> Rows(IQueryable<Patient> patients) => patients.AsNoTracking()
        .Select(p => new PatientRow(p.Id, p.DisplayName, p.RecordNumber, p.BirthDate, p.Sex, p.DeceasedAt != null));

    private static PatientRow ToRow(Patient p) => new(p.Id, p.DisplayName, p.RecordNumber, p.BirthDate, p.Sex, p.DeceasedAt is not null);
}
