using MediSecure.Data.Features.Carers;
using MediSecure.Web.Ui;
using MudBlazor;

namespace MediSecure.Web.Features.Carers;

/// <summary>How grants to act for a patient are called and shown.</summary>
public static class CarerLooks
{
    public static IReadOnlyList<CarerRelationship?> Relationships { get; } = [.. Enum.GetValues<CarerRelationship>().Select(one => (CarerRelationship?)one)];

    public static string Word(this CarerRelationship relationship) => relationship switch
    {
        CarerRelationship.Parent => "Parent",
        CarerRelationship.Guardian => "Guardian",
        CarerRelationship.Spouse => "Spouse or partner",
        CarerRelationship.Child => "Son or daughter",
        CarerRelationship.Sibling => "Brother or sister",
        CarerRelationship.OtherRelative => "Other relative",
        CarerRelationship.Friend => "Friend",
        CarerRelationship.ProfessionalCarer => "Professional carer",
        _ => throw new ArgumentOutOfRangeException(nameof(relationship)),
    };

    public static ChipLook Look(this CareProxyStatus status) => status switch
    {
        CareProxyStatus.Invited => new ChipLook(Tone.Info, Icons.Material.Outlined.HourglassEmpty, "Code not used yet"),
        CareProxyStatus.Coming => new ChipLook(Tone.Info, Icons.Material.Outlined.Schedule, "From a later day"),
        CareProxyStatus.Live => new ChipLook(Tone.Success, Icons.Material.Outlined.CheckCircle, "In force"),
        CareProxyStatus.Ended => new ChipLook(Tone.Neutral, Icons.Material.Outlined.EventBusy, "Ended"),
        CareProxyStatus.Revoked => new ChipLook(Tone.Neutral, Icons.Material.Outlined.Block, "Revoked"),
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    public static bool MayEnd(this CareProxyStatus status) => status is CareProxyStatus.Invited or CareProxyStatus.Coming or CareProxyStatus.Live;
}
