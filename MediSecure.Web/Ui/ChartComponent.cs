using Microsoft.AspNetCore.Components;

namespace MediSecure.Web.Ui;

/// <summary>Base of what stands in a patient's chart: tab panels, parts of the banner and of the overview. Asks its service when it is shown, and again when rows of this patient change.
/// Services open the chart by a door of their own, so each part is allowed, scoped and recorded on its own.</summary>
public abstract class ChartComponent : FeatureComponent
{
    private Guid _shown;

    [CascadingParameter] public OrganizationClock Clock { get; set; } = default!;

    [Parameter, EditorRequired] public Guid PatientId { get; set; }

    /// <summary>Names of the entities it is made of, e.g. <c>nameof(Allergy)</c>.</summary>
    protected abstract string[] Entities { get; }

    protected abstract Task ReloadAsync();

    protected override void OnInitialized() => LiveForPatient(() => PatientId, _ => ReloadAsync(), Entities);

    protected override async Task OnParametersSetAsync()
    {
        if (_shown != PatientId)
        {
            _shown = PatientId;
            await ReloadAsync();
        }
    }
}
