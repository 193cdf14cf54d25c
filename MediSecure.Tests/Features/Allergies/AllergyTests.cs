using MediSecure.Data.Features.Allergies;

namespace MediSecure.Tests.Features.Allergies;

public sealed class AllergyTests
{
    private static readonly DateTime At = new(2026, 3, 2, 8, 0, 0, DateTimeKind.Utc);

    private static Allergy Fresh() => new(Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(),
        new AllergyFacts("Penicillin", AllergenClass.Penicillin, AllergyCategory.Medication, AllergyType.Allergy, ReactionKind.Rash, null, ReactionSeverity.Mild, AllergyCriticality.Low, 2019),
        AllergyVerification.Unconfirmed, Guid.NewGuid(), At);

    public static TheoryData<AllergyClinicalStatus, AllergyVerification> Assessments =>
        [.. from clinical in Enum.GetValues<AllergyClinicalStatus>() from certainty in Enum.GetValues<AllergyVerification>() select (clinical, certainty)];

    [Theory]
    [MemberData(nameof(Assessments))]
    public void Assessing_allows_every_pair_but_a_refuted_one_that_is_active_and_an_error_without_a_reason(AllergyClinicalStatus clinical, AllergyVerification certainty)
    {
        var allergy = Fresh();
        var result = allergy.Assess(clinical, certainty);
        var expected = certainty == AllergyVerification.EnteredInError ? AllergyErrors.ErrorNeedsReason
            : certainty == AllergyVerification.Refuted && clinical == AllergyClinicalStatus.Active ? AllergyErrors.RefutedIsNotActive : null;
        Assert.Equal(expected, result.Error);
        Assert.Equal(expected is null ? (clinical, certainty) : (AllergyClinicalStatus.Active, AllergyVerification.Unconfirmed), (allergy.ClinicalStatus, allergy.Verification));
        Assert.Equal(allergy.ClinicalStatus == AllergyClinicalStatus.Active, allergy.IsActive);
    }

    [Fact]
    public void What_was_entered_in_error_stays_as_it_is()
    {
        var allergy = Fresh();
        var by = Guid.NewGuid();
        Assert.False(allergy.EnterInError("wrong patient", by, At).Failed);
        Assert.Equal(("wrong patient", by, At), (allergy.ErrorReason, allergy.EnteredInErrorBy!.Value, allergy.EnteredInErrorAt!.Value));
        Assert.False(allergy.IsActive);
        Assert.Equal(AllergyErrors.InError, allergy.EnterInError("again", by, At).Error);
        Assert.Equal(AllergyErrors.InError, allergy.Assess(AllergyClinicalStatus.Active, AllergyVerification.Confirmed).Error);
        Assert.Equal(AllergyErrors.InError, allergy.Correct(new AllergyFacts("Aspirin", null, AllergyCategory.Medication, AllergyType.Allergy, ReactionKind.Rash, null, ReactionSeverity.Mild, AllergyCriticality.Low, null)).Error);
        Assert.Equal("Penicillin", allergy.Substance);
    }

    [Theory]
    [InlineData(AllergenClass.Penicillin, AllergyCategory.Medication)]
    [InlineData(AllergenClass.IodinatedContrast, AllergyCategory.Medication)]
    [InlineData(AllergenClass.Peanut, AllergyCategory.Food)]
    [InlineData(AllergenClass.Wheat, AllergyCategory.Food)]
    [InlineData(AllergenClass.Latex, AllergyCategory.Environment)]
    [InlineData(AllergenClass.AnimalDander, AllergyCategory.Environment)]
    public void A_class_belongs_to_a_category(AllergenClass allergen, AllergyCategory category) => Assert.Equal(category, allergen.Category());
}
