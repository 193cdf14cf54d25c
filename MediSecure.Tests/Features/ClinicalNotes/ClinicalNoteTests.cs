using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Features.ClinicalNotes;

namespace MediSecure.Tests.Features.ClinicalNotes;

/// <summary>The rules of a note, without a database.</summary>
public sealed class ClinicalNoteTests
{
    private static readonly DateTime Now = new(2026, 3, 2, 8, 0, 0, DateTimeKind.Utc);
    private static readonly Guid Me = Guid.NewGuid();
    private static readonly Guid Editor = Guid.NewGuid();

    // "withdraw" is "about another patient". What was struck through for its content can still be found to be that, held back and released.
    public static TheoryData<NoteStatus, string, string?> Table => new()
    {
        { NoteStatus.Draft, "open", null }, { NoteStatus.Draft, "edit", null }, { NoteStatus.Draft, "sign", null }, { NoteStatus.Draft, "discard", null },
        { NoteStatus.Draft, "error", "note.not-signed" }, { NoteStatus.Draft, "hold", "note.not-signed" }, { NoteStatus.Draft, "release", "note.not-signed" }, { NoteStatus.Draft, "add", "note.not-signed" },
        { NoteStatus.Signed, "open", "note.signed" }, { NoteStatus.Signed, "edit", "note.signed" }, { NoteStatus.Signed, "sign", "note.signed" }, { NoteStatus.Signed, "discard", "note.signed" },
        { NoteStatus.Signed, "error", null }, { NoteStatus.Signed, "hold", null }, { NoteStatus.Signed, "release", "note.released-already" }, { NoteStatus.Signed, "add", null },
        { NoteStatus.EnteredInError, "open", "note.signed" }, { NoteStatus.EnteredInError, "edit", "note.signed" }, { NoteStatus.EnteredInError, "sign", "note.signed" }, { NoteStatus.EnteredInError, "discard", "note.signed" },
        { NoteStatus.EnteredInError, "error", "note.in-error" }, { NoteStatus.EnteredInError, "hold", null }, { NoteStatus.EnteredInError, "release", "note.released-already" }, { NoteStatus.EnteredInError, "add", "note.in-error" },
        { NoteStatus.Draft, "withdraw", "note.not-signed" }, { NoteStatus.Signed, "withdraw", null }, { NoteStatus.EnteredInError, "withdraw", null }, { NoteStatus.Discarded, "withdraw", "note.not-signed" },
        { NoteStatus.Discarded, "open", "note.discarded" }, { NoteStatus.Discarded, "edit", "note.discarded" }, { NoteStatus.Discarded, "sign", "note.discarded" }, { NoteStatus.Discarded, "discard", "note.discarded" },
        { NoteStatus.Discarded, "error", "note.not-signed" }, { NoteStatus.Discarded, "hold", "note.not-signed" }, { NoteStatus.Discarded, "release", "note.not-signed" }, { NoteStatus.Discarded, "add", "note.not-signed" },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void Every_action_is_legal_in_exactly_its_states(NoteStatus status, string action, string? refusal)
    {
        var note = In(status);
        var before = (note.Status, note.SignedAt, note.ReleaseAt, note.ErrorReason);
        var result = Do(note, action, Me);
        Assert.Equal(refusal, result.Error?.Code);
        if (refusal is not null)
        {
            Assert.Equal(before, (note.Status, note.SignedAt, note.ReleaseAt, note.ErrorReason));
        }
    }

    [Theory]
    [InlineData(NoteStatus.Draft, "open")]
    [InlineData(NoteStatus.Draft, "edit")]
    [InlineData(NoteStatus.Draft, "sign")]
    [InlineData(NoteStatus.Draft, "discard")]
    [InlineData(NoteStatus.Signed, "error")]
    [InlineData(NoteStatus.Signed, "withdraw")]
    [InlineData(NoteStatus.EnteredInError, "withdraw")]
    [InlineData(NoteStatus.Signed, "hold")]
    [InlineData(NoteStatus.Signed, "release")]
    public void Only_the_author_acts_on_a_note(NoteStatus status, string action) => Assert.Equal("note.not-the-author", Do(In(status), action, Guid.NewGuid()).Error?.Code);

    [Fact]
    public void A_second_editor_takes_over_and_the_first_is_told()
    {
        var note = In(NoteStatus.Draft);
        var second = Guid.NewGuid();
        Assert.False(note.Open(second, "other", Me, Now).Failed);
        Assert.Equal("note.open-elsewhere", note.Edit(Editor, Me, Now).Error?.Code);
        Assert.Equal("note.open-elsewhere", note.Sign(Editor, Me, Now, Now, null).Error?.Code);
        Assert.False(note.Edit(second, Me, Now).Failed);
    }

    [Fact]
    public void Signing_by_the_rule_releases_later_and_holding_never()
    {
        var later = In(NoteStatus.Draft);
        Assert.False(later.Sign(Editor, Me, Now, Now.AddDays(3), null).Failed);
        Assert.Equal((false, false, true), (later.IsReleased(Now), later.IsReleased(Now.AddDays(3).AddTicks(-1)), later.IsReleased(Now.AddDays(3))));

        var held = In(NoteStatus.Draft);
        Assert.False(held.Sign(Editor, Me, Now, Now, "To be talked about first").Failed);
        Assert.False(held.IsReleased(Now.AddYears(1)));
        Assert.False(held.Release(new(Me), Now.AddHours(1)).Failed);
        Assert.Equal((true, (string?)null), (held.IsReleased(Now.AddHours(1)), held.HeldReason));
    }

    [Fact]
    public void What_was_released_and_then_struck_through_stays_readable_unless_it_is_about_another_patient()
    {
        var note = In(NoteStatus.EnteredInError);
        Assert.Equal((true, "Not so", (NoteMistake?)NoteMistake.Content, (DateTime?)null), (note.IsReleased(Now), note.ErrorReason, note.Mistake, note.WithdrawnAt));
        Assert.False(note.EnterInError(new(Me), NoteMistake.WrongPatient, "Somebody else's", Now.AddHours(1)).Failed);
        Assert.Equal((false, (NoteMistake?)NoteMistake.WrongPatient, "Somebody else's", (DateTime?)Now.AddHours(1)), (note.IsReleased(Now.AddYears(1)), note.Mistake, note.ErrorReason, note.WithdrawnAt));
        foreach (var action in new[] { "withdraw", "hold", "release" })
        {
            Assert.Equal("note.withdrawn", Do(note, action, Me).Error?.Code); // for good
        }

        var held = In(NoteStatus.Draft);
        held.Sign(Editor, Me, Now, Now, "Later");
        held.EnterInError(new(Me), NoteMistake.WrongPatient, "Somebody else's", Now);
        Assert.Equal((null, null), (held.WithdrawnAt, held.HeldReason)); // the patient never read it, and hears of nothing
    }

    [Theory]
    [InlineData(false, "error", "note.author-is-here")]
    [InlineData(false, "hold", "note.author-is-here")]
    [InlineData(false, "release", "note.author-is-here")]
    [InlineData(false, "withdraw", null)]
    [InlineData(true, "error", null)]
    [InlineData(true, "hold", null)]
    [InlineData(true, "release", "note.released-already")]
    [InlineData(true, "withdraw", null)]
    public void Who_corrects_colleagues_acts_for_an_author_who_is_away_and_at_once_on_what_is_about_another_patient(bool away, string action, string? refusal)
    {
        var colleague = new NoteActor(Guid.NewGuid(), CorrectsColleagues: true, AuthorIsAway: away);
        Assert.Equal(refusal, Correct(In(NoteStatus.Signed), action, colleague).Error?.Code);
    }

    [Fact]
    public void Typing_marks_the_note_at_most_every_ten_minutes()
    {
        var note = In(NoteStatus.Draft);
        note.Edit(Editor, Me, Now.AddMinutes(9));
        Assert.Equal(Now, note.EditedAt);
        note.Edit(Editor, Me, Now.AddMinutes(10));
        Assert.Equal(Now.AddMinutes(10), note.EditedAt);
    }

    [Theory]
    [InlineData(Role.Doctor, "Soap Progress Handover DischargeLetter")]
    [InlineData(Role.Nurse, "Nursing Handover")]
    [InlineData(Role.Dietitian, "Progress Nutrition")]
    [InlineData(Role.Pharmacist, "")]
    [InlineData(Role.Receptionist, "")]
    [InlineData(Role.Administrator, "")]
    [InlineData(Role.Patient, "")]
    public void Each_role_writes_its_kinds(Role role, string kinds) => Assert.Equal(kinds, string.Join(' ', NoteKinds.Of([role])));

    [Fact]
    public void Every_template_fits_its_kind()
    {
        Assert.All(NoteTemplate.All, template => Assert.Empty(template.Text.Keys.Except(NoteKinds.Headings(template.Kind))));
        Assert.Equal(NoteTemplate.All.Count, NoteTemplate.All.Select(template => template.Code).Distinct().Count());
        Assert.All(Enum.GetValues<NoteKind>(), kind => Assert.NotEmpty(NoteTemplate.For(kind)));
    }

    internal static ClinicalNote In(NoteStatus status)
    {
        var note = ClinicalNote.Start(Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), NoteKind.Soap, null, Guid.NewGuid(), Me, Now);
        note.Open(Editor, "mine", Me, Now);
        if (status is NoteStatus.Signed or NoteStatus.EnteredInError)
        {
            note.Sign(Editor, Me, Now, Now, null);
        }

        if (status == NoteStatus.EnteredInError)
        {
            note.EnterInError(new(Me), NoteMistake.Content, "Not so", Now);
        }

        if (status == NoteStatus.Discarded)
        {
            note.Discard(Me, Now);
        }

        return note;
    }

    private static Result Correct(ClinicalNote note, string action, NoteActor who) => action switch
    {
        "error" => note.EnterInError(who, NoteMistake.Content, "Not so", Now),
        "withdraw" => note.EnterInError(who, NoteMistake.WrongPatient, "Somebody else's", Now),
        "hold" => note.Hold(who, "Later"),
        _ => note.Release(who, Now),
    };

    private static Result Do(ClinicalNote note, string action, Guid who) => action switch
    {
        "open" => note.Open(Editor, "mine", who, Now),
        "edit" => note.Edit(Editor, who, Now),
        "sign" => note.Sign(Editor, who, Now, Now, null),
        "discard" => note.Discard(who, Now),
        "add" => note.MayAddTo(),
        _ => Correct(note, action, new NoteActor(who)),
    };
}
