using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Features.Beds;
using MediSecure.Data.Features.Encounters;
using MediSecure.Data.Persistence;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Data.Features.ClinicalNotes;

public sealed partial class ClinicalNoteService
{
    private const int MostHandovers = 100;

    /// <summary>Wards on which patients of the caller lie, by name.</summary>
    public async Task<Result<IReadOnlyList<HandoverWard>>> HandoverWardsAsync(CancellationToken ct)
    {
        await using var db = await doors.OpenAsync(Permission.ViewHandovers, ct);
        var rows = await (
            from stay in InCare(db, Now)
            join bed in db.Beds on stay.BedId equals bed.Id
            join room in db.Rooms on bed.RoomId equals room.Id
            join ward in db.Wards on room.WardId equals (Guid?)ward.Id
            group stay by new { ward.Id, ward.Name } into one
            select new { one.Key.Id, one.Key.Name, Count = one.Count() }).ToListAsync(ct);
        return Result.Of<IReadOnlyList<HandoverWard>>([.. rows.OrderBy(r => r.Name, StringComparer.Ordinal).ThenBy(r => r.Id).Select(r => new HandoverWard(r.Id, r.Name, r.Count))]);
    }

    /// <summary>The newest signed handover of each inpatient of a ward whom the caller treats, by bed; each recorded by its id. Who keeps the caller out is left out, and restricted charts are only counted:
    /// they are opened one by one, with a reason.</summary>
    public async Task<Result<WardHandovers>> HandoversAsync(Guid wardId, CancellationToken ct)
    {
        await using var db = await doors.OpenAsync(Permission.ViewHandovers, ct);
        var ward = await db.Wards.AsNoTracking().Where(w => w.Id == wardId).Select(w => w.Name).SingleOrDefaultAsync(ct);
        if (ward is null)
        {
            return Error.NotFound;
        }

        var found = await OnWardAsync(db, wardId, ct);
        await doors.RecordShownAsync(db.Scope, "handovers of a ward", found.Where(r => !r.IsRestricted).Select(r => r.PatientId), ct);
        var shown = new List<WardHandover>();
        foreach (var row in found.Where(r => !r.IsRestricted))
        {
            NoteDetail? note = null;
            if (row.NoteId is { } noteId)
            {
                note = await DetailAsync(db, db.ClinicalNotes.AsNoTracking().Where(n => n.Id == noteId), ct);
                await doors.RecordReadAsync(Permission.ViewHandovers, nameof(ClinicalNote), "handover read with its ward", [noteId], ct, row.PatientId);
            }

            shown.Add(new WardHandover(row.PatientId, row.Name, row.RecordNumber, row.BirthDate, row.Sex, row.Bed, note));
        }

        return new WardHandovers(ward, shown, found.Count(r => r.IsRestricted));
    }

    /// <summary>Records that the handovers of a ward go to paper, each of them and whoever has none, before they do.</summary>
    public async Task<Result> PrintHandoversAsync(Guid wardId, CancellationToken ct)
    {
        await using var db = await doors.OpenAsync(Permission.ViewHandovers, ct);
        if (!await db.Wards.AnyAsync(w => w.Id == wardId, ct))
        {
            return Error.NotFound;
        }

        foreach (var row in (await OnWardAsync(db, wardId, ct)).Where(r => !r.IsRestricted))
        {
            await doors.RecordPrintAsync(db.Scope, row.NoteId is null ? nameof(Patients.Patient) : nameof(ClinicalNote), row.NoteId ?? row.PatientId, row.PatientId);
        }

        return Result.Ok;
    }

    private async Task<List<Lying>> OnWardAsync(MediSecureDbContext db, Guid wardId, CancellationToken ct) => await (
        from stay in InCare(db, Now)
        join bed in db.Beds on stay.BedId equals bed.Id
        join room in db.Rooms on bed.RoomId equals room.Id
        where room.WardId == wardId
        join encounter in db.Encounters on stay.EncounterId equals (Guid?)encounter.Id
        join patient in db.Patients on stay.PatientId equals patient.Id
        orderby bed.Label, patient.Id
        select new Lying(patient.Id, patient.DisplayName, patient.RecordNumber, patient.BirthDate, patient.Sex, patient.Restriction != null, bed.Label,
            db.ClinicalNotes.Where(n => n.PatientId == patient.Id && n.Kind == NoteKind.Handover && n.Status == NoteStatus.Signed
                    // The one that brings the patient here is signed in the emergency room, minutes before the bed is given.
                    && (n.SignedAt >= encounter.StartedAt || db.Encounters.Any(e => e.PatientId == patient.Id && e.Class == EncounterClass.Emergency && e.Status == EncounterStatus.Finished
                        && e.EndedAt == encounter.StartedAt && n.SignedAt >= e.StartedAt)))
                .OrderByDescending(n => n.SignedAt).ThenBy(n => n.Id).Select(n => (Guid?)n.Id).FirstOrDefault())).Take(MostHandovers).ToListAsync(ct);

    private static IQueryable<BedStay> InCare(MediSecureDbContext db, DateTime now) =>
        ListedCharts.Openable(db, db.BedStays.AsNoTracking().Where(s => s.Status == BedStayStatus.Active), s => s.PatientId, now);

    private sealed record Lying(Guid PatientId, string Name, string RecordNumber, DateOnly BirthDate, Patients.Sex Sex, bool IsRestricted, string Bed, Guid? NoteId);
}
