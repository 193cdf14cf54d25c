using System.Text.Json;
using MediSecure.Data.Access;
using MediSecure.Data.Features.Accounts;
using MediSecure.Data.Features.ActivityLog;
using MediSecure.Data.Features.Departments;
using MediSecure.Data.Features.Patients;
using MediSecure.Data.Features.Staff;
using MediSecure.Data.Persistence.Encryption;
using MediSecure.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace MediSecure.Tests.Access;

/// <summary>What an event says: every changed field by name, values only of statuses, ids and times, never a name or a clinical word.</summary>
public abstract class AuditTrailTests(TestDatabase db)
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    private Task<List<AuditEvent>> OfAsync(ActingPerson person) => db.LookAsync(look => look.AuditEvents.AsNoTracking().Where(e => e.ActorUserId == person.UserId).OrderBy(e => e.RecordedAt).ToListAsync());

    private static IReadOnlyDictionary<string, (string? Old, string? New)> Fields(AuditEvent audit, string type) =>
        JsonDocument.Parse(audit.Changes!).RootElement.EnumerateArray().Single(row => row.GetProperty("type").GetString() == type).GetProperty("fields").EnumerateArray()
            .ToDictionary(f => f.GetProperty("name").GetString()!, f => (Get(f, "old"), Get(f, "new")));

    private static string? Get(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetString() : null;

    [Fact]
    public async Task A_change_names_its_fields_and_keeps_no_text()
    {
        var administrator = await db.People.AdministratorAsync(db.OrganizationId);
        var department = await db.Given.DepartmentAsync(db.OrganizationId, $"Before {Guid.NewGuid():N}");
        var form = new EditDepartmentForm { Id = department.Id, Version = department.Version, Name = $"After {Guid.NewGuid():N}", Specialty = "Oncology" };
        Assert.Null((await administrator.Service<DepartmentService>().EditAsync(form, Ct)).Error);
        Assert.Null((await administrator.Service<DepartmentService>().CloseAsync(new CloseDepartmentForm { Id = department.Id, Reason = "Confidential reason" }, Ct)).Error);

        var events = await OfAsync(administrator);
        var edit = events.Single(e => !e.Changes!.Contains("ClosedAt", StringComparison.Ordinal));
        Assert.Equal(("EditDepartments", AuditAction.Update, AuditOutcome.Success, "Department", (Guid?)department.Id, "Administrator"),
            (edit.EventCode, edit.Action, edit.Outcome, edit.EntityType, edit.EntityId, edit.ActorRoles));
        Assert.Equal(["Name", "Specialty"], Fields(edit, "Department").Keys.Order());
        Assert.All(Fields(edit, "Department").Values, value => Assert.Equal((null, null), value));
        var close = events.Single(e => e != edit);
        Assert.Equal((null, "2026-03-02T08:00:00.000000Z"), Fields(close, "Department")["ClosedAt"]); // an instant is kept
        Assert.Equal((null, null), Fields(close, "Department")["ClosedReason"]); // words are not
        Assert.DoesNotContain(events, e => e.Changes!.Contains("Oncology", StringComparison.Ordinal) || e.Changes.Contains("After", StringComparison.Ordinal) || e.Changes.Contains("Confidential", StringComparison.Ordinal));
        var session = await db.Services.GetRequiredService<TestSessions>().MarkAsync(administrator.UserId);
        Assert.All(events, e => Assert.Equal(("127.0.0.1", "test-trace", session), (e.Address, e.TraceId, e.SessionHash)));
    }

    [Fact]
    public async Task One_operation_is_one_event_that_keeps_foreign_ids_and_statuses()
    {
        var administrator = await db.People.AdministratorAsync(db.OrganizationId);
        var form = new AddStaffForm { Email = $"{Guid.NewGuid():N}@secret.example", Name = "Dr Very Secret", LicenceNumber = "MDCN-99", LicenceExpiresOn = new DateOnly(2030, 1, 1), Roles = [Role.Doctor] };
        Assert.Null((await administrator.Service<StaffService>().AddAsync(form, Ct)).Error);

        var audit = Assert.Single(await OfAsync(administrator));
        var user = await db.LookAsync(look => look.StaffMembers.Where(s => s.Id == form.Id).Select(s => s.UserId).SingleAsync());
        Assert.Equal((null, user.ToString()), Fields(audit, nameof(StaffMember))["UserId"]);
        Assert.Equal((null, "Doctor"), Fields(audit, nameof(OrganizationMembership))["Role"]);
        Assert.Contains("Email", Fields(audit, nameof(AppUser)).Keys);
        foreach (var word in new[] { "secret", "MDCN-99", "2030" })
        {
            Assert.DoesNotContain(word, audit.Changes, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task Each_patient_concerned_has_an_event_of_their_own_without_their_data()
    {
        var receptionist = await db.People.ReceptionistAsync(db.OrganizationId);
        var (first, second) = (await db.Given.PatientAsync(db.OrganizationId, "Confidential", "Name"), await db.Given.PatientAsync(db.OrganizationId, "Confidential", "Other"));
        var result = await receptionist.Doors.ChangeAsync(Permission.EditPatient, async (open, ct) =>
        {
            foreach (var patient in await open.Patients.Where(p => p.Id == first.Id || p.Id == second.Id).ToListAsync(ct))
            {
                var row = db.Services.GetRequiredService<IFieldCipher>().Row<Patient>(open, patient.Id);
                patient.SetContact(new PatientContact
                {
                    Phone = row.SealIndexed(nameof(Patient.Phone), "+234 805 550 0000", "NG"), Email = row.Seal(nameof(Patient.Email), "secret@example.com"), Address = row.Seal(nameof(Patient.Address), "1 Secret Road"),
                });
                patient.Rename(new PersonName("Renamed", "Confidential"));
            }

            open.Because(new string('r', 900));
            return await open.SaveAsync(ct);
        }, Ct);

        Assert.Null(result.Error);
        var events = await OfAsync(receptionist);
        Assert.Equal(new HashSet<Guid?> { first.Id, second.Id }, [.. events.Select(e => e.PatientId)]);
        Assert.All(events, e =>
        {
            Assert.Equal(400, e.Reason!.Length);
            Assert.Contains("Phone", Fields(e, nameof(Patient)).Keys);
            foreach (var word in new[] { "805550", "secret", "Renamed", "Confidential" })
            {
                Assert.DoesNotContain(word, e.Changes, StringComparison.OrdinalIgnoreCase);
            }
        });
    }

    [Fact]
    public async Task No_event_can_be_changed_or_deleted_by_any_context()
    {
        var administrator = await db.People.AdministratorAsync(db.OrganizationId);
        Assert.Null((await administrator.Service<DepartmentService>().CreateAsync(new CreateDepartmentForm { Name = $"Kept {Guid.NewGuid():N}" }, Ct)).Error);
        await Assert.ThrowsAnyAsync<Exception>(() => db.ArrangeAsync(db.OrganizationId, async open => open.Remove(await open.AuditEvents.FirstAsync(e => e.ActorUserId == administrator.UserId))));
        await Assert.ThrowsAnyAsync<Exception>(() => db.ArrangeAsync(db.OrganizationId, async open =>
            open.Entry(await open.AuditEvents.FirstAsync(e => e.ActorUserId == administrator.UserId)).Property(nameof(AuditEvent.EventCode)).CurrentValue = "Nothing"));
        Assert.Equal("EditDepartments", Assert.Single(await OfAsync(administrator)).EventCode);
    }
}

public sealed class AuditTrailOnSqlite(SqliteDatabase db) : AuditTrailTests(db), IClassFixture<SqliteDatabase>;

public sealed class AuditTrailOnPostgres(PostgresDatabase db) : AuditTrailTests(db), IClassFixture<PostgresDatabase>;
