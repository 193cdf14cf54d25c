using MediSecure.Data.Access;
using MediSecure.Data.Features.Accounts;
using MediSecure.Data.Features.Organizations;
using MediSecure.Data.Features.Patients;
using MediSecure.Data.Features.Staff;

namespace MediSecure.Data.Persistence.DemoData;

/// <summary>Sign-ins, roles, staff and patients of the demo. All people are invented.</summary>
internal static class DemoPeople
{
    // Staff without a demo sign-in: their accounts exist, without a password.
    private static readonly (string Name, Role Role, string Organization, string Specialty, string Department)[] OtherStaff =
    [
        ("Dr Chiamaka Nwosu", Role.Doctor, DemoAccounts.General, "General surgery", "Surgery"),
        ("Dr Babatunde Alli", Role.Doctor, DemoAccounts.General, "Obstetrics", "Obstetrics and Gynaecology"),
        ("Dr Efua Mensah", Role.Doctor, DemoAccounts.General, "Paediatrics", "Paediatrics"),
        ("Dr Ibrahim Sule", Role.Doctor, DemoAccounts.General, "Critical care", "Intensive Care"),
        ("Dr Ọláolúwa Fágbèmí", Role.Doctor, DemoAccounts.General, "Cardiology", "Cardiology"),
        ("Mary Ude", Role.Nurse, DemoAccounts.General, "Surgical nursing", "Surgery"),
        ("Patience Ekanem", Role.Nurse, DemoAccounts.General, "Midwifery", "Obstetrics and Gynaecology"),
        ("Halima Yusuf", Role.Nurse, DemoAccounts.General, "Critical care nursing", "Intensive Care"),
        ("Uche Anyanwu", Role.Logistics, DemoAccounts.General, "Porter", "Front Office"),
        (SecondAdministrator, Role.Administrator, DemoAccounts.General, "Hospital administration", "Front Office"),
        ("Nneka Obi-Okonkwo", Role.Receptionist, DemoAccounts.Ikoyi, "Front office", "Family Medicine"),
        ("Samuel Adeyinka", Role.Nurse, DemoAccounts.Lekki, "Medical nursing", "Internal Medicine"),
    ];

    // With her the rule of two people shows: she has proposed somebody, and the demo's own administrator can confirm it.
    internal const string SecondAdministrator = "Folake Adesanya";

    internal static readonly Guid Proposal = DemoWorld.Id("administrator-proposal", DemoAccounts.General);

    internal static readonly Guid OwnRole = DemoWorld.Id("membership", DemoAccounts.General, "own role");

    private const string Retired = "Dr Olumide Bankole";

    // The first department is where they belong; of the others they look after whoever is there now.
    private static readonly (Role Role, string Specialty, string[] Departments)[] Posts =
    [
        (Role.Doctor, "Internal medicine", ["General Medicine"]),
        (Role.Nurse, "Medical nursing", ["General Medicine"]),
        (Role.Pharmacist, "Hospital pharmacy", ["Pharmacy", "General Medicine", "Surgery"]),
        (Role.LabTechnician, "Clinical chemistry", ["Laboratory", "General Medicine", "Intensive Care"]),
        (Role.Radiologist, "Radiology", ["Radiology", "Surgery", "Emergency"]),
        (Role.Dietitian, "Clinical nutrition", ["Nutrition", "General Medicine", "Obstetrics and Gynaecology"]),
        (Role.Receptionist, "Front office", ["Front Office"]),
        (Role.Accountant, "Billing", ["Front Office"]),
        (Role.Logistics, "Porter", ["Front Office"]),
    ];

    public static IEnumerable<AppUser> SignIns(DateTime now)
    {
        var hash = new NormalPasswordHasher().HashPassword(new AppUser(), DemoAccounts.Password); // one hash for all: the password is public
        foreach (var account in DemoAccounts.All)
        {
            yield return SignIn(account.Email, hash);
        }

        foreach (var other in OtherStaff)
        {
            var user = SignIn(EmailOf(other.Name), null);
            if (other.Name == DemoActivity.LockedPerson)
            {
                user.LockoutEnd = new DateTimeOffset(now, TimeSpan.Zero).AddHours(8); // outlives a visit to the demo, unlike a real lock of five minutes
            }

            yield return user;
        }

        yield return SignIn(EmailOf(Retired), null);
    }

    public static void Fill(SeedRows seed, DemoWorld world, Organization organization)
    {
        foreach (var account in DemoAccounts.All.Where(a => a.Organizations.Contains(organization.Name)))
        {
            Grant(account.Email, account.Role);
            if (account.Role != Role.Patient)
            {
                var post = Posts.FirstOrDefault(p => p.Role == account.Role);
                AddStaff(account.Name, account.Email, account.Role, post.Specialty, post.Departments ?? []);
            }
        }

        foreach (var other in OtherStaff.Where(o => o.Organization == organization.Name))
        {
            Grant(EmailOf(other.Name), other.Role);
            AddStaff(other.Name, EmailOf(other.Name), other.Role, other.Specialty, [other.Department]);
        }

        if (organization.Name == DemoAccounts.General)
        {
            // Somebody who has left; not in the world, so that no later row names him.
            var left = new StaffMember(DemoWorld.Id("staff", organization.Name, EmailOf(Retired)), organization.Id, DemoWorld.UserId(EmailOf(Retired)), Retired);
            left.Describe(Retired, "Orthopaedics", "MDCN-20417", world.Today(organization).AddDays(40), false);
            left.Leave(world.Now.AddDays(-20));
            var role = new OrganizationMembership(DemoWorld.Id("membership", organization.Name, EmailOf(Retired)), organization.Id, left.UserId, Role.Doctor, world.Now.AddDays(-2_000));
            role.End(world.Now.AddDays(-20));
            seed.AddRange(left, role);
            // Covered the front desk for a day, by a role that she gave herself: somebody else looks at that.
            var covered = new OrganizationMembership(OwnRole, organization.Id, DemoWorld.UserId(EmailOf(SecondAdministrator)), Role.Receptionist, world.Now.AddDays(-2));
            covered.End(world.Now.AddDays(-1));
            seed.Add(covered);
            seed.Add(new AdministratorProposal(Proposal, organization.Id, DemoWorld.UserId("it@chihealth.example"), DemoWorld.UserId(EmailOf(SecondAdministrator)), world.Now.AddHours(-20)));
        }

        DemoPatients.Fill(seed, world, organization);

        void Grant(string email, Role role) => seed.Add(new OrganizationMembership(DemoWorld.Id("membership", organization.Name, email, role.ToString()), organization.Id,
            DemoWorld.UserId(email), role, world.Now.AddDays(-400)));

        void AddStaff(string name, string email, Role role, string? specialty, string[] departments)
        {
            var staff = new StaffMember(DemoWorld.Id("staff", organization.Name, email), organization.Id, DemoWorld.UserId(email), name);
            var random = DemoWorld.Random("licence:" + email);
            var licensed = role is Role.Doctor or Role.Nurse or Role.Pharmacist or Role.LabTechnician or Role.Radiologist or Role.Dietitian;
            // One licence in the demo has run out and one is about to, so that the warning shows.
            var expires = world.Today(organization).AddDays(name switch { "Mary Ude" => -6, "Ken Adeyemi" => 21, _ => 120 + random.Next(600) });
            staff.Describe(name, specialty, licensed ? $"{(role == Role.Doctor ? "MDCN" : "LIC")}-{random.Next(10_000, 99_999)}" : null, licensed ? expires : null, role == Role.Doctor);
            world.Staff.Add(staff);
            seed.Add(staff);
            var here = world.Departments.Where(d => d.OrganizationId == organization.Id).ToList();
            var rows = here.Where(d => departments.Contains(d.Name)).ToList();
            seed.AddRange((rows.Count == 0 && licensed ? here.Take(1) : rows).Select(row => new StaffDepartment(organization.Id, staff.Id, row.Id)));
        }
    }

    private static string EmailOf(string name) => SearchText.Normalize(name).Replace(' ', '.') + "@staff.example";

    private static AppUser SignIn(string email, string? hash) => new()
    {
        Id = DemoWorld.UserId(email),
        UserName = email,
        NormalizedUserName = email.ToUpperInvariant(),
        Email = email,
        NormalizedEmail = email.ToUpperInvariant(),
        EmailConfirmed = true,
        PasswordHash = hash,
        // Derived, so that a reset leaves people signed in.
        SecurityStamp = DemoWorld.Id("stamp", email).ToString("N"),
        ConcurrencyStamp = DemoWorld.Id("concurrency", email).ToString("N"),
        LockoutEnabled = true,
    };
}
