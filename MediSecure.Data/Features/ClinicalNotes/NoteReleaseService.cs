using MediSecure.Data.Access;
using MediSecure.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Data.Features.ClinicalNotes;

/// <summary>The organisation's rule for when patients read what was signed. A change holds for what is signed from then on.</summary>
public sealed class NoteReleaseService(MediSecureDb doors)
{
    public async Task<Result<NoteReleaseSetting>> GetAsync(CancellationToken ct)
    {
        await using var db = await doors.OpenAsync(Permission.EditNoteRelease, ct);
        return await db.NoteReleaseRules.AsNoTracking().Select(r => new NoteReleaseSetting(r.Days, r.Version)).SingleOrDefaultAsync(ct) ?? new NoteReleaseSetting(0, null);
    }

    public Task<Result> SetAsync(SetNoteReleaseForm form, CancellationToken ct) => doors.ChangeAsync(Permission.EditNoteRelease, async (db, ct) =>
    {
        if (FormRules.Check(form) is { } problem)
        {
            return problem;
        }

        await db.LockAsync("organization", db.OrganizationId, ct);
        var rule = await db.NoteReleaseRules.SingleOrDefaultAsync(ct);
        if (rule?.Version != form.Version)
        {
            return Error.Stale;
        }

        if (rule is null)
        {
            db.Add(rule = new NoteReleaseRule(db.OrganizationId));
        }

        rule.Set(form.Days!.Value);
        return await db.SaveAsync(ct);
    }, ct);
}
