using MediSecure.Data.Access;
using MediSecure.Data.Features.ActivityLog;

namespace MediSecure.Tests.Features.ActivityLog;

public sealed class ActivityWordsTests
{
    [Fact]
    public void Every_permission_has_words() => Assert.All(Enum.GetValues<Permission>(), permission => Assert.True(ActivityWords.All.ContainsKey(permission.ToString()), permission.ToString()));

    /// <summary>What demands the right to change something and shows a list first must not read as a change.</summary>
    [Theory]
    [InlineData(Permission.BookOwnAppointment)]
    [InlineData(Permission.CheckInPatient)]
    [InlineData(Permission.ConductVisit)]
    [InlineData(Permission.WriteNote)]
    [InlineData(Permission.AnswerAmendment)]
    [InlineData(Permission.AnswerDetailAmendment)]
    [InlineData(Permission.WriteReferral)]
    [InlineData(Permission.HandleReferral)]
    [InlineData(Permission.ManageCarers)]
    [InlineData(Permission.ManageConsents)]
    [InlineData(Permission.ReviewEmergencyAccess)]
    public void A_list_reads_as_looked_at(Permission permission) =>
        Assert.StartsWith("looked at", ActivitySentence.Choose(ActivityWords.Of(permission.ToString()), AuditAction.Read, []), StringComparison.Ordinal);

    [Fact]
    public void Names_differ_and_placeholders_are_known()
    {
        Assert.Equal(ActivityWords.All.Count, ActivityWords.All.Values.Select(word => word.Name).Distinct().Count());
        var facts = new ActivityFacts("P", "B", "T", "C", "X");
        Assert.All(ActivityWords.All.Values.SelectMany(word => word.By.Values.Append(word.Did)), did =>
        {
            var sentence = ActivitySentence.Fill(did, facts);
            Assert.DoesNotContain(sentence, c => c is '{' or '}' or '[' or ']');
            Assert.DoesNotContain("something", sentence, StringComparison.Ordinal);
        });
    }

    [Theory]
    [InlineData("admitted {patient}[ to bed {bed}]", "Ada", "301-A", "admitted Ada to bed 301-A")]
    [InlineData("admitted {patient}[ to bed {bed}]", "Ada", null, "admitted Ada")]
    [InlineData("admitted {patient}[ to bed {bed}]", null, null, "admitted a patient")]
    [InlineData("admitted {patient}[ to bed {bed}]", "{bed} [x]", "301-A", "admitted {bed} [x] to bed 301-A")] // a name is never a template
    public void A_sentence_leaves_out_what_is_not_known(string did, string? patient, string? bed, string expected) =>
        Assert.Equal(expected, ActivitySentence.Fill(did, new ActivityFacts(patient, bed, null, null, null)));

    [Theory]
    [InlineData("BedId", "Bed")]
    [InlineData("PlannedDischargeOn", "Planned discharge on")]
    [InlineData("InProgress", "In progress")]
    [InlineData("Id", "Id")]
    [InlineData("", "")]
    public void Names_of_fields_are_words(string name, string words) => Assert.Equal(words, FieldWords.Of(name));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[{}]")]
    [InlineData("[1]")]
    [InlineData("null")]
    [InlineData("{\"type\":\"Bed\"}")]
    public void Changes_that_cannot_be_read_are_none(string? json) => Assert.Empty(ChangedRow.Read(json));

    [Theory]
    [InlineData("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0")]
    [InlineData("+1+1", "'+1+1")]
    [InlineData("-2+3", "'-2+3")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("\r=1", "'\r=1")]
    [InlineData("\n=1", "'\n=1")]
    [InlineData("O'Brien", "O'Brien")]
    [InlineData("\0=1", "'\0=1")]
    [InlineData("a=b", "a=b")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void A_spreadsheet_runs_nothing(string? text, string safe) => Assert.Equal(safe, CsvText.Safe(text));

    [Theory]
    [InlineData("=1\r2")]
    [InlineData("a\rb")]
    [InlineData("a\nb")]
    [InlineData("a\r\nb")]
    [InlineData("say \"no\", then")]
    [InlineData(" around ")]
    public async Task A_field_comes_back_from_the_file_as_it_went_in(string field)
    {
        using var text = new StringWriter();
        await using (var csv = new CsvHelper.CsvWriter(text, CsvText.Strict, leaveOpen: true))
        {
            csv.WriteField(field);
            csv.WriteField("last");
            await csv.NextRecordAsync();
        }

        using var reader = new CsvHelper.CsvParser(new StringReader(text.ToString()), new CsvHelper.Configuration.CsvConfiguration(System.Globalization.CultureInfo.InvariantCulture));
        Assert.True(await reader.ReadAsync());
        Assert.Equal([field, "last"], reader.Record!);
        Assert.False(await reader.ReadAsync());
    }
}
