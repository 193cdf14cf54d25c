using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Persistence;
using Microsoft.EntityFrameworkCore;

#pragma warning disable CA1309 // translated to SQL, where the column's collation is ordinal already; the overload with StringComparison has no translation

namespace MediSecure.Data.Features.Patients;

public sealed partial class PatientService
{
    /// <summary>Most rows of one search.</summary>
    public const int MostRows = 100;

    // With fewer finds than this by the beginnings of words, their inner parts are looked at too.
    private const int TooFew = 5;

    // Three letters make a trigram: shorter parts have no index and say too little.
    private const int ShortestInnerPart = 3;

    // Greater than every word that begins with the same letters, in byte order.
    private const string End = "\U0010FFFF";

    /// <summary>Finds patients by any parts of the name in any order, birth date, record number (with or without its letters), whole phone number or whole national id. Kind of search and ids of who was
    /// shown are recorded; what was typed is not.</summary>
    /// <param name="text">As typed; anything is allowed.</param>
    /// <param name="ct">Cancels.</param>
    /// <param name="limit">1 to <see cref="MostRows"/> rows.</param>
    public async Task<Result<PatientMatches>> SearchAsync(string? text, CancellationToken ct, int limit = 50)
    {
        limit = Math.Clamp(limit, 1, MostRows);
        await using var db = await doors.OpenAsync(Permission.SearchPatients, ct);
        var organization = await db.Organizations.AsNoTracking().Where(o => o.Id == db.OrganizationId).Select(o => new { o.RecordNumberPrefix, o.TimeZone, o.Country }).SingleAsync(ct);
        var readings = PatientQuery.Read(text, Today(organization.TimeZone));
        if (readings.Count == 0)
        {
            return PatientMatches.NothingAsked;
        }

        var found = new List<PatientRow>();
        foreach (var reading in readings.TakeWhile(_ => found.Count <= limit))
        {
            Add(await FindAsync(db, reading, organization.RecordNumberPrefix, organization.Country, limit + 1, ct));
        }

        if (found.Count < TooFew && readings[^1] is { BirthDates.Count: 0, Words: { Count: > 0 } words } && words[0].Length >= ShortestInnerPart)
        {
            Add(await InnerPartsAsync(db, words, limit + 1, ct));
        }

        var rows = await MarkedAsync(db, found.Take(limit).ToList(), ct);
        await doors.RecordReadAsync(Permission.SearchPatients, nameof(Patient), string.Join(" or ", readings.Select(r => r.Shape)), rows.ConvertAll(r => r.Id), ct);
        return new PatientMatches(rows, found.Count > limit, TooShort: false);

        void Add(IEnumerable<PatientRow> rows) => found.AddRange(rows.Where(row => found.TrueForAll(f => f.Id != row.Id)));
    }

    private async Task<IReadOnlyList<PatientRow>> FindAsync(MediSecureDbContext db, PatientReading reading, string prefix, string country, int limit, CancellationToken ct)
    {
        if (reading.Phone is { } phone)
        {
            return await EachAsync(cipher.Find<Patient>(db, nameof(Patient.Phone), phone, country), index => ByPhone(db, index, limit), ct);
        }

        if (reading.NationalId is { } identifier)
        {
            return await EachAsync(cipher.Find<Patient>(db, nameof(Patient.NationalId), identifier, country), index => Rows(db.Patients.Where(p => p.NationalIdIndex == index)), ct);
        }

        if (reading.RecordNumber is { } number)
        {
            var from = number.Contains('-', StringComparison.Ordinal) ? number : $"{prefix}-{number}";
            var to = from + End;
            return await Rows(db.Patients.Where(p => string.Compare(p.RecordNumber, from) >= 0 && string.Compare(p.RecordNumber, to) < 0).OrderBy(p => p.RecordNumber).Take(limit)).ToListAsync(ct);
        }

        if (reading.BirthDates.Count > 0)
        {
            var days = reading.BirthDates;
            var born = db.Patients.Where(p => days.Contains(p.BirthDate));
            return await Rows(Beginning(born, reading.Words).OrderBy(p => p.SearchName).ThenBy(p => p.Id).Take(limit)).ToListAsync(ct);
        }

        return await ByWordsAsync(db, reading.Words, limit, ct);
    }

    /// <summary>Everybody with a number, by its blind index: equality, so that lists never decrypt.</summary>
    internal static IQueryable<PatientRow> ByPhone(MediSecureDbContext db, byte[] index, int limit) => Rows(db.Patients.Where(p => p.PhoneIndex == index).OrderBy(p => p.Id).Take(limit));

    // One index as a rule, more while keys are rotated and where digits can be read in two ways.
    private static async Task<IReadOnlyList<PatientRow>> EachAsync(IReadOnlyList<byte[]> indexes, Func<byte[], IQueryable<PatientRow>> query, CancellationToken ct)
    {
        var rows = new List<PatientRow>();
        foreach (var index in indexes)
        {
            rows.AddRange(await query(index).ToListAsync(ct));
        }

        return [.. rows.DistinctBy(r => r.Id)];
    }

    private static async Task<IReadOnlyList<PatientRow>> ByWordsAsync(MediSecureDbContext db, IReadOnlyList<string> words, int limit, CancellationToken ct)
    {
        var rows = await ByWords(db, words, limit).ToListAsync(ct);
        return rows.DistinctBy(r => r.Row.Id).Take(limit).OrderBy(r => r.Word == words[0] ? 0 : 1).ThenBy(r => r.Name, StringComparer.Ordinal).Select(r => r.Row).ToList();
    }

    /// <summary>A range of the words' index for the longest word, in its order, so that only as much of it is read as is shown, and those of the other words where there are any.</summary>
    internal static IQueryable<WordHit> ByWords(MediSecureDbContext db, IReadOnlyList<string> words, int limit)
    {
        // Only the words' index decides who is shown; it is cut before a patient is read. Somebody with two such words takes two places.
        return words.Skip(1).Aggregate(Range(db, words[0]), (found, word) => found.Where(w => Range(db, word).Any(other => other.PatientId == w.PatientId)))
            .OrderBy(w => w.Word).ThenBy(w => w.PatientId).Take(limit * 2)
            .Join(db.Patients.AsNoTracking(), w => w.PatientId, p => p.Id, (w, p) => new { w.Word, Patient = p })
            .OrderBy(h => h.Word).ThenBy(h => h.Patient.Id)
            .Select(h => new WordHit(h.Word, h.Patient.SearchName, new PatientRow(h.Patient.Id, h.Patient.DisplayName, h.Patient.RecordNumber, h.Patient.BirthDate, h.Patient.Sex, h.Patient.DeceasedAt != null)));
    }

    private static IQueryable<PatientSearchWord> Range(MediSecureDbContext db, string word)
    {
        var to = word + End;
        return db.PatientSearchWords.AsNoTracking().Where(w => string.Compare(w.Word, word) >= 0 && string.Compare(w.Word, to) < 0);
    }

    private static async Task<IReadOnlyList<PatientRow>> InnerPartsAsync(MediSecureDbContext db, IReadOnlyList<string> words, int limit, CancellationToken ct)
    {
        var rows = await InnerParts(db, words, limit).ToListAsync(ct);
        return rows.OrderBy(r => r.Name, StringComparer.Ordinal).ToList();
    }

    /// <summary>Everybody whose name has the words somewhere in it.</summary>
    internal static IQueryable<PatientRow> InnerParts(MediSecureDbContext db, IReadOnlyList<string> words, int limit)
    {
        // Words are letters and digits only, so nothing in them has a meaning in a pattern.
        if (db.Provider == DatabaseProvider.PostgreSql)
        {
            // Under row security the trigram index is for this function only.
            string[] parts = [.. words.Where(w => w.Length >= ShortestInnerPart)], beginnings = [.. words.Where(w => w.Length < ShortestInnerPart)];
            var found = db.Database.SqlQuery<Guid>($"SELECT f AS \"Value\" FROM \"PatientsByInnerParts\"({parts}, {beginnings}, {limit}) f");
            return Rows(db.Patients.Where(p => found.Contains(p.Id)));
        }

        var patients = words.Where(w => w.Length >= ShortestInnerPart).Aggregate((IQueryable<Patient>)db.Patients, (found, word) => found.Where(p => EF.Functions.Like(p.SearchName, "%" + word + "%")));
        return Rows(Beginning(patients, words.Where(w => w.Length < ShortestInnerPart).ToList()).Take(limit));
    }

    internal sealed record WordHit(string Word, string Name, PatientRow Row);

    /// <summary>Each of <paramref name="words"/> begins a word of the name.</summary>
    private static IQueryable<Patient> Beginning(IQueryable<Patient> patients, IReadOnlyList<string> words) =>
        words.Aggregate(patients, (found, word) => found.Where(p => EF.Functions.Like(" " + p.SearchName, "% " + word + "%")));
}
