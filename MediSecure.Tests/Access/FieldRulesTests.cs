using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Features.Appointments;
using MediSecure.Data.Features.Beds;
using MediSecure.Data.Features.Patients;
using MediSecure.Tests.Features.Beds;
using MediSecure.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Tests.Access;

/// <summary>Each protected column through every way in which a role comes to its row: shown to exactly the roles of the table.</summary>
public abstract class FieldRulesTests(TestDatabase db)
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    /// <summary>For each column: what each way showed to somebody with the role, by the way's name.</summary>
    private static readonly Dictionary<ProtectedField, Func<TestDatabase, Role, Task<IReadOnlyList<(string Way, bool Shown)>>>> Ways = new()
    {
        [ProtectedField.NationalId] = NationalIdAsync,
        [ProtectedField.ChartRestriction] = RestrictionAsync,
        [ProtectedField.VisitReason] = VisitReasonAsync,
        [ProtectedField.AdmissionReason] = AdmissionReasonAsync,
        [ProtectedField.IsolationReason] = IsolationReasonAsync,
    };

    public static TheoryData<ProtectedField, Role> Cells => [.. from column in Enum.GetValues<ProtectedField>() from role in Enum.GetValues<Role>() select new TheoryDataRow<ProtectedField, Role>(column, role)];

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task A_column_is_shown_to_exactly_the_roles_of_the_table(ProtectedField field, Role role)
    {
        var ways = await Ways[field](db, role);
        Assert.All(ways, way => Assert.True(way.Shown == FieldRules.Of(field).Contains(role), $"{way.Way} {(way.Shown ? "shows" : "hides")} it"));
    }

    [Fact]
    public async Task Each_column_is_really_seen_by_one_role_and_hidden_from_another_who_sees_the_row()
    {
        foreach (var (field, ways) in Ways)
        {
            var all = new List<bool>();
            foreach (var role in Enum.GetValues<Role>())
            {
                all.AddRange((await ways(db, role)).Select(way => way.Shown));
            }

            Assert.True(all.Contains(true) && all.Contains(false), $"{field}: nothing was compared");
        }
    }

    [Fact]
    public void Each_column_of_the_table_has_its_ways_and_its_words()
    {
        Assert.Equal(Enum.GetValues<ProtectedField>(), Ways.Keys.Order());
        Assert.All(Enum.GetValues<ProtectedField>(), field => Assert.False(string.IsNullOrEmpty(field.Words())));
    }

    private static async Task<IReadOnlyList<(string, bool)>> NationalIdAsync(TestDatabase db, Role role)
    {
        var organization = await db.Given.OrganizationAsync();
        var desk = await db.People.ReceptionistAsync(organization);
        var form = new RegisterPatientForm { GivenName = "Zainab", Sex = Sex.Female, BirthDate = new DateOnly(1980, 1, 2), NationalId = "12345678901" };
        var id = (await desk.Service<PatientService>().RegisterAsync(Guid.CreateVersion7(), form, true, Ct)).Value.Registered!.Id;
        var person = role == Role.Patient ? await db.People.PatientAsync(organization, id) : await db.People.RoleAsync(role, organization);
        await db.Given.TreatsAsync(person, id);
        return role.Grants(Permission.ViewPatient) ? [("page", (await person.Service<PatientService>().OpenAsync(id, Ct)).Value.NationalId is not null)] : [];
    }

    private static async Task<IReadOnlyList<(string, bool)>> RestrictionAsync(TestDatabase db, Role role)
    {
        var organization = await db.Given.OrganizationAsync();
        var person = await db.People.RoleAsync(role, organization);
        var id = person.PatientId ?? (await db.Given.PatientOfAsync(person, "Zainab", "Restricted")).Id;
        await db.GivenAsync(async open => (await open.Patients.SingleAsync(p => p.Id == id)).Restrict(ChartRestriction.Vip, db.Now, person.UserId), organization);
        var patients = person.Service<PatientService>();
        var ways = new List<(string, bool)>();
        if (role.Grants(Permission.SearchPatients))
        {
            ways.Add(("search", (await patients.SearchAsync("zainab", Ct)).Value.Rows.Single().IsRestricted));
            ways.Add(("row", (await patients.GetAsync(id, Ct)).Value.IsRestricted));
        }

        if (role.Grants(Permission.ViewPatient))
        {
            ways.Add(("page", (await patients.OpenAsync(id, Ct, "Looked at by a test")).Value.Restriction is not null));
        }

        return ways;
    }

    private static async Task<IReadOnlyList<(string, bool)>> VisitReasonAsync(TestDatabase db, Role role)
    {
        var organization = await db.Given.OrganizationAsync();
        var person = await db.People.RoleAsync(role, organization);
        var doctor = role == Role.Doctor ? person : await db.People.DoctorAsync(organization);
        var id = person.PatientId ?? (await db.Given.PatientOfAsync(person)).Id;
        var visit = await db.Given.AppointmentAsync(doctor, id, db.Now.AddHours(1));
        var visits = person.Service<AppointmentService>();
        var ways = new List<(string, bool)>();
        if (role.Grants(Permission.ViewAppointments))
        {
            ways.Add(("list", (await visits.ListAsync(new(), new(), Ct)).Value.Rows.Single().Reason is not null));
            ways.Add(("visit", (await visits.GetAsync(visit.Id, Ct)).Value.Reason is not null));
            ways.Add(("chart", (await visits.PatientAppointmentsAsync(id, Ct)).Value.Single().Reason is not null));
        }

        if (role.Grants(Permission.ViewSlots))
        {
            ways.Add(("calendar", (await visits.CalendarAsync(doctor.StaffMemberId!.Value, null, 7, Ct)).Value.Days.SelectMany(d => d.Entries).Single(e => e.Kind == CalendarKind.Visit).Text is not null));
        }

        if (role.Grants(Permission.CheckInPatient))
        {
            await db.GivenAsync(async open => (await open.Appointments.SingleAsync(a => a.Id == visit.Id)).Arrive(db.Now), organization);
            ways.Add(("check-in", (await visits.CheckInQueueAsync(Ct)).Value.Single().Reason is not null));
        }

        return ways;
    }

    private static async Task<IReadOnlyList<(string, bool)>> AdmissionReasonAsync(TestDatabase db, Role role)
    {
        var ward = await WardOf.NewAsync(db);
        var person = await db.People.RoleAsync(role, ward.OrganizationId);
        var id = person.PatientId ?? (await db.Given.PatientOfAsync(person)).Id;
        var bed = await ward.BedAsync();
        await ward.AdmittedAsync(id, bed.Id);
        var beds = person.Service<BedService>();
        var ways = new List<(string, bool)>();
        if (role.Grants(Permission.ViewBeds))
        {
            ways.Add(("board", (await beds.BoardAsync(Ct)).Beds.Single().Reason is not null));
        }

        if (role.Grants(Permission.ViewStays))
        {
            ways.Add(("stays", (await beds.StaysAsync(new(), Ct)).Rows.Single().Reason is not null));
        }

        if (role.Grants(Permission.ViewPatient))
        {
            ways.Add(("chart", (await beds.PatientStaysAsync(id, Ct)).Value.Single().Reason is not null));
        }

        return ways;
    }

    /// <summary>That the patient is isolated is seen by everybody who sees the row: checked on the way.</summary>
    private static async Task<IReadOnlyList<(string, bool)>> IsolationReasonAsync(TestDatabase db, Role role)
    {
        var ward = await WardOf.NewAsync(db);
        var person = await db.People.RoleAsync(role, ward.OrganizationId);
        var id = person.PatientId ?? (await db.Given.PatientOfAsync(person)).Id;
        var encounter = await ward.AdmittedAsync(id, (await ward.BedAsync()).Id);
        Assert.Null((await ward.Beds.IsolateAsync(new() { EncounterId = encounter, Reason = "Contact: MRSA" }, Ct)).Error);
        var beds = person.Service<BedService>();
        var ways = new List<(string, bool)>();
        if (role.Grants(Permission.ViewBeds))
        {
            var bed = (await beds.BoardAsync(Ct)).Beds.Single();
            Assert.Equal(BedBoardState.Isolated, bed.State);
            ways.Add(("board", bed.IsolationReason is not null));
        }

        if (role.Grants(Permission.ViewStays))
        {
            var stay = (await beds.StaysAsync(new(), Ct)).Rows.Single();
            Assert.True(stay.IsIsolated);
            ways.Add(("stays", stay.IsolationReason is not null));
        }

        return ways;
    }
}

public sealed class FieldRulesOnSqlite(SqliteDatabase db) : FieldRulesTests(db), IClassFixture<SqliteDatabase>;

public sealed class FieldRulesOnPostgres(PostgresDatabase db) : FieldRulesTests(db), IClassFixture<PostgresDatabase>;
