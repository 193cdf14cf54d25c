using MediSecure.Data.Features.Departments;
using MediSecure.Data.Features.Organizations;
using MediSecure.Data.Features.Rooms;

namespace MediSecure.Data.Persistence.DemoData;

/// <summary>Organisations, departments, wards and rooms of the demo.</summary>
internal static class DemoPlaces
{
    public static IReadOnlyList<Organization> Organizations()
    {
        static Guid Id(string name) => DemoWorld.Id("organization", name);
        return
        [
            new(Id(DemoAccounts.Network), DemoAccounts.Network, OrganizationType.Headquarters, "Africa/Lagos", null, "CN", "NGN", "NG"),
            new(Id(DemoAccounts.General), DemoAccounts.General, OrganizationType.Hospital, "Africa/Lagos", Id(DemoAccounts.Network), "CH", "NGN", "NG"),
            new(Id(DemoAccounts.Ikoyi), DemoAccounts.Ikoyi, OrganizationType.Clinic, "Africa/Lagos", Id(DemoAccounts.General), "CI", "NGN", "NG"),
            new(Id(DemoAccounts.Lekki), DemoAccounts.Lekki, OrganizationType.Hospital, "Africa/Lagos", null, "LE", "NGN", "NG"),
        ];
    }

    public static void Fill(SeedRows seed, DemoWorld world, Organization organization)
    {
        if (organization.Name == DemoAccounts.General)
        {
            // Not in the world: nothing of the demo happens in a closed department.
            var closed = new Department(DemoWorld.Id("department", organization.Name, "Dental Clinic"), organization.Id, "Dental Clinic", "Dentistry");
            closed.Close("Moved to the Ikoyi site in the spring", world.Now.AddDays(-190));
            seed.Add(closed);
        }

        var plan = organization.Name switch
        {
            DemoAccounts.General => General,
            DemoAccounts.Ikoyi => Ikoyi,
            DemoAccounts.Lekki => Lekki,
            _ => [],
        };
        foreach (var place in plan)
        {
            var department = new Department(DemoWorld.Id("department", organization.Name, place.Department), organization.Id, place.Department, place.Specialty);
            department.OpenToReferrals(place.Specialty is not null && organization.Name is DemoAccounts.General or DemoAccounts.Ikoyi && place.Department is not ("Intensive Care" or "Emergency" or "Radiology"));
            world.Departments.Add(department);
            seed.Add(department);
            foreach (var ward in place.Wards)
            {
                var row = new Ward(DemoWorld.Id("ward", organization.Name, ward.Name), organization.Id, department.Id, ward.Name);
                world.Wards.Add(row);
                seed.Add(row);
                foreach (var (number, label) in ward.Rooms)
                {
                    Add(number, RoomKind.PatientRoom, row.Id, label);
                }
            }

            foreach (var (number, kind, label) in place.Rooms)
            {
                Add(number, kind, null, label);
            }

            void Add(string number, RoomKind kind, Guid? wardId, string? label)
            {
                var room = new Room(DemoWorld.Id("room", organization.Name, number), organization.Id, number, kind, department.Id, wardId, label);
                world.Rooms.Add(room);
                seed.Add(room);
            }
        }
    }

    private static readonly Place[] General =
    [
        new("General Medicine", "Internal medicine", [new("Ward 3 Medical", [("301", "Men"), ("302", "Men"), ("303", "Women"), ("304", "Side rooms"), ("305", "Women"), ("306", "Women")])],
            [("C-1", RoomKind.ConsultingRoom, null), ("C-2", RoomKind.ConsultingRoom, null)]),
        new("Surgery", "General surgery", [new("Ward 1 Surgical", [("101", "Men"), ("102", "Women"), ("103", "Side rooms")])],
            [("T-1", RoomKind.Theatre, null), ("T-2", RoomKind.Theatre, null), ("C-3", RoomKind.ConsultingRoom, null)]),
        new("Obstetrics and Gynaecology", "Obstetrics", [new("Ward 2 Maternity", [("201", null), ("202", null), ("203", "Delivery")])], [("C-4", RoomKind.ConsultingRoom, null)]),
        new("Paediatrics", "Paediatrics", [new("Ward 4 Children", [("401", null), ("402", null)])], [("C-5", RoomKind.ConsultingRoom, null)]),
        new("Intensive Care", "Critical care", [new("Intensive Care Unit", [("I-1", null)])], []),
        new("Emergency", "Emergency medicine", [], [("E-1", RoomKind.ConsultingRoom, "Resuscitation"), ("E-2", RoomKind.ConsultingRoom, null)]),
        new("Cardiology", "Cardiology", [], [("C-6", RoomKind.ConsultingRoom, null)]),
        new("Pharmacy", null, [], [("P-1", RoomKind.Utility, "Dispensary")]),
        new("Laboratory", null, [], [("L-1", RoomKind.Utility, "Specimen reception")]),
        new("Radiology", "Radiology", [], [("X-1", RoomKind.Utility, "X-ray")]),
        new("Nutrition", "Dietetics", [], []),
        new("Front Office", null, [], []),
    ];

    private static readonly Place[] Ikoyi =
    [
        new("Family Medicine", "Family medicine", [new("Day ward", [("D-1", null)])], [("K-1", RoomKind.ConsultingRoom, null), ("K-2", RoomKind.ConsultingRoom, null)]),
    ];

    private static readonly Place[] Lekki =
    [
        new("Internal Medicine", "Internal medicine", [new("Ward A", [("A-1", null), ("A-2", null)])], [("LC-1", RoomKind.ConsultingRoom, null)]),
        new("Surgery", "General surgery", [new("Ward B", [("B-1", null)])], [("LT-1", RoomKind.Theatre, null)]),
    ];

    private sealed record Place(string Department, string? Specialty, WardPlan[] Wards, (string Number, RoomKind Kind, string? Label)[] Rooms);

    private sealed record WardPlan(string Name, (string Number, string? Label)[] Rooms);
}
