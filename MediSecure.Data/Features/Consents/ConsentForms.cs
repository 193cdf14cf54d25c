using System.ComponentModel.DataAnnotations;
using MediSecure.Data.Common;

namespace MediSecure.Data.Features.Consents;

/// <summary>A patient's decision.</summary>
public sealed class GiveConsentForm
{
    /// <summary>Made by the form, so that a repeated save is the same decision.</summary>
    public Guid Id { get; set; } = Guid.CreateVersion7();

    [Required(ErrorMessage = "Choose what is decided."), EnumDataType(typeof(ConsentScope), ErrorMessage = "Choose from the list.")]
    public ConsentScope? Scope { get; set; }

    /// <summary>For <see cref="ConsentScope.KeepOutPerson"/>.</summary>
    public Guid? StaffMemberId { get; set; }

    /// <summary>For <see cref="ConsentScope.KeepOutDepartment"/>.</summary>
    public Guid? DepartmentId { get; set; }

    /// <summary>Last day, included; null until withdrawn.</summary>
    public DateOnly? UntilOn { get; set; }

    /// <summary>Needed from the front desk, not from the patient.</summary>
    [CleanText(Consent.ReasonLength), Display(Name = "Reason")]
    public string? Reason { get; set; }
}

/// <summary>Take a decision back.</summary>
public sealed class WithdrawConsentForm
{
    public Guid ConsentId { get; set; }

    /// <summary>Needed from the front desk, not from the patient.</summary>
    [CleanText(Consent.ReasonLength), Display(Name = "Reason")]
    public string? Reason { get; set; }
}
