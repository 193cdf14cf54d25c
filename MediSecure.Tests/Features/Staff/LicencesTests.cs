using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Features.Staff;

namespace MediSecure.Tests.Features.Staff;

/// <summary>Both sides of every edge.</summary>
public sealed class LicencesTests
{
    private static readonly DateOnly Today = new(2026, 3, 2);

    [Theory]
    [InlineData(-1, LicenceState.Expired)]
    [InlineData(0, LicenceState.ExpiresSoon)]
    [InlineData(30, LicenceState.ExpiresSoon)]
    [InlineData(31, LicenceState.Valid)]
    public void The_last_day_counts_and_thirty_days_before_it_are_soon(int days, LicenceState state) =>
        Assert.Equal(state, Licences.StateOf("MDCN-1", Today.AddDays(days), [Role.Doctor], Today));

    [Theory]
    [InlineData(Role.Doctor, LicenceState.Missing)]
    [InlineData(Role.Nurse, LicenceState.Missing)]
    [InlineData(Role.Pharmacist, LicenceState.Missing)]
    [InlineData(Role.LabTechnician, LicenceState.Missing)]
    [InlineData(Role.Radiologist, LicenceState.Missing)]
    [InlineData(Role.Dietitian, LicenceState.Missing)]
    [InlineData(Role.Receptionist, LicenceState.NotNeeded)]
    [InlineData(Role.Administrator, LicenceState.NotNeeded)]
    public void A_clinical_role_without_a_licence_is_missing_one(Role role, LicenceState state) => Assert.Equal(state, Licences.StateOf(null, null, [role], Today));

    [Theory]
    [InlineData("ada@example.com", true)]
    [InlineData("ada.o'brien+ward@sub.example.co.uk", true)]
    [InlineData("a@b", false)]
    [InlineData("\"x\"@example.com", false)]
    [InlineData("ada@exämple.com", false)]
    [InlineData("ada@example.com\r\nBcc: x@example.com", false)]
    [InlineData("ada@@example.com", false)]
    [InlineData("ada example@example.com", false)]
    [InlineData("ada@-example.com", false)]
    public void An_email_is_one_that_mail_systems_accept(string email, bool right)
    {
        var error = FormRules.Check(new AddStaffForm { Email = email, Name = "Ada", Roles = [Role.Receptionist] });
        Assert.Equal(right, error is null);
        Assert.True(right || error!.Field == "Email");
    }
}
