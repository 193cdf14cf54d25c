using System.ComponentModel.DataAnnotations;
using MediSecure.Data.Common;

namespace MediSecure.Data.Features.Carers;

/// <summary>Let somebody act for a patient.</summary>
public sealed class GrantCareProxyForm
{
    /// <summary>Made by the form, so that a repeated save is the same grant.</summary>
    public Guid Id { get; set; } = Guid.CreateVersion7();

    [Required(ErrorMessage = "Write the name of the person who will act."), CleanText(CareProxy.NameLength), Display(Name = "Name")]
    public string? CarerName { get; set; }

    [Required(ErrorMessage = "Choose what the person is to the patient."), EnumDataType(typeof(CarerRelationship), ErrorMessage = "Choose from the list.")]
    public CarerRelationship? Relationship { get; set; }

    /// <summary>First day, by the organisation's clock; null for today.</summary>
    public DateOnly? FromOn { get; set; }

    /// <summary>Last day, included.</summary>
    [Required(ErrorMessage = "Choose the last day.")]
    public DateOnly? UntilOn { get; set; }

    /// <summary>Needed from the front desk, not from the patient.</summary>
    [CleanText(CareProxy.ReasonLength), Display(Name = "Reason")]
    public string? Reason { get; set; }
}

/// <summary>End a grant before its time.</summary>
public sealed class RevokeCareProxyForm
{
    public Guid CareProxyId { get; set; }

    /// <summary>Needed from the front desk, not from the patient.</summary>
    [CleanText(CareProxy.ReasonLength), Display(Name = "Reason")]
    public string? Reason { get; set; }
}
