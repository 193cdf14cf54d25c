using MediSecure.Data.Features.Certificates;

namespace MediSecure.Tests.Features.Certificates;

/// <summary>Which days can be certified, and what the paper says.</summary>
public sealed class CertificateTests
{
    private static readonly DateOnly Today = new(2026, 3, 2);

    // Days from today; both sides of every edge.
    [Theory]
    [InlineData(CertificateKind.SickNote, 0, 0, false, false, null)]
    [InlineData(CertificateKind.SickNote, 0, -1, false, false, "certificate.ends-before-it-begins")]
    [InlineData(CertificateKind.SickNote, -3, 0, false, false, null)]
    [InlineData(CertificateKind.SickNote, -4, 0, false, false, "certificate.reason-needed")]
    [InlineData(CertificateKind.SickNote, -4, 0, true, false, null)]
    [InlineData(CertificateKind.SickNote, 0, 13, false, false, null)]
    [InlineData(CertificateKind.SickNote, 0, 14, false, false, "certificate.confirm-length")]
    [InlineData(CertificateKind.SickNote, 0, 14, false, true, null)]
    [InlineData(CertificateKind.SickNote, 0, 365, false, true, null)]
    [InlineData(CertificateKind.SickNote, 0, 366, false, true, "certificate.too-long")]
    [InlineData(CertificateKind.SickNote, -366, -360, true, false, null)]
    [InlineData(CertificateKind.SickNote, -367, -360, true, false, "certificate.too-far-back")]
    [InlineData(CertificateKind.FitnessToTravel, 90, 95, false, false, null)]
    [InlineData(CertificateKind.FitnessToTravel, 91, 95, false, false, "certificate.too-far-ahead")]
    [InlineData(CertificateKind.FitnessToTravel, 0, 59, false, false, null)]
    [InlineData(CertificateKind.FitnessToTravel, 0, 60, false, false, "certificate.confirm-length")]
    [InlineData(CertificateKind.SchoolAbsence, 0, 14, false, false, "certificate.confirm-length")]
    [InlineData(CertificateKind.Attendance, 0, 0, false, false, "certificate.no-visit")]
    public void Without_a_visit_days_count_from_today(CertificateKind kind, int from, int until, bool reason, bool confirmed, string? code) =>
        Assert.Equal(code, Certificate.CheckDays(kind, Today.AddDays(from), Today.AddDays(until), null, Today, reason, confirmed).Error?.Code);

    // The visit was ten to eight days ago.
    [Theory]
    [InlineData(CertificateKind.SickNote, -13, -1, false, null)]
    [InlineData(CertificateKind.SickNote, -14, -1, false, "certificate.reason-needed")]
    [InlineData(CertificateKind.SickNote, -14, -1, true, null)]
    [InlineData(CertificateKind.Attendance, -10, -8, false, null)]
    [InlineData(CertificateKind.Attendance, -11, -8, true, "certificate.outside-the-visit")]
    [InlineData(CertificateKind.Attendance, -10, -7, true, "certificate.outside-the-visit")]
    public void With_a_visit_they_count_from_it_and_attendance_keeps_to_it(CertificateKind kind, int from, int until, bool reason, string? code) =>
        Assert.Equal(code, Certificate.CheckDays(kind, Today.AddDays(from), Today.AddDays(until), (Today.AddDays(-10), Today.AddDays(-8)), Today, reason, false).Error?.Code);

    [Fact]
    public void Every_template_is_filled_and_nothing_typed_is_taken_for_a_placeholder()
    {
        foreach (var kind in Enum.GetValues<CertificateKind>())
        {
            var text = CertificateTemplate.Fill(kind, Facts("Ada {until} [x]", Today, Today.AddDays(2), Today, "Remark {name}"));
            Assert.Contains("Ada {until} [x], born 5 June 1980, record number TS-1,", text, StringComparison.Ordinal);
            Assert.Contains("from 2 March 2026 until 4 March 2026, both days included", text, StringComparison.Ordinal);
            Assert.Contains("Remark {name}", text, StringComparison.Ordinal);
            Assert.EndsWith("Dr Test, licence MDCN-1\nHospital, 2 March 2026", text, StringComparison.Ordinal);
            Assert.DoesNotContain("Diagnosis", text, StringComparison.Ordinal);
            Assert.Equal(kind != CertificateKind.Attendance, text.Contains("was seen here on 2 March 2026", StringComparison.Ordinal));
            Assert.DoesNotContain("seen here", CertificateTemplate.Fill(kind, Facts("Ada", Today, Today, null, null)), StringComparison.Ordinal);
            Assert.Contains(" on 2 March 2026", CertificateTemplate.Fill(kind, Facts("Ada", Today, Today, null, null)), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Codes_differ_and_have_no_letter_that_is_read_as_another()
    {
        var codes = Enumerable.Range(0, 1_000).Select(_ => Certificate.NewCode()).ToList();
        Assert.Equal(1_000, codes.Distinct().Count());
        Assert.All(codes, code => Assert.Matches("^[2-9A-HJKMNP-TV-Z]{8}$", code));
    }

    private static CertificateFacts Facts(string name, DateOnly from, DateOnly until, DateOnly? seen, string? remark) =>
        new(name, new DateOnly(1980, 6, 5), "TS-1", from, until, seen, "Dr Test", "MDCN-1", "Hospital", Today, null, remark);
}
