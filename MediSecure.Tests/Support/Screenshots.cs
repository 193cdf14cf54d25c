using Microsoft.Playwright;

namespace MediSecure.Tests.Support;

/// <summary>Makes the pictures of docs/screenshots. Not a test of anything; eng/screenshots.sh runs it.</summary>
[Trait("Category", "Screenshots")]
public sealed class Screenshots(MediSecureApp app, Chromium chromium) : BrowserTest(app, chromium), IClassFixture<MediSecureApp>
{
    /// <summary>Who looks (nobody for the pages before the sign-in), where, and the picture's name; each is kept in both sizes and both themes.</summary>
    private static readonly (string? Email, string Address, string Name)[] Pictures =
    [
        (null, "/", "start"),
        (null, "/account/login", "sign-in"),
        ("nurse.joy@chihealth.example", "/", "dashboard-nurse"),
        ("dr.adebayo@chihealth.example", "/", "dashboard-doctor"),
        ("receptionist@chihealth.example", "/", "dashboard-receptionist"),
        ("admin@chihealth.example", "/", "dashboard-administrator"),
        ("amina.bello@example.com", "/", "dashboard-patient"),
        ("it@chihealth.example", "/", "dashboard-it"),
        ("pharma.ken@chihealth.example", "/", "dashboard-pharmacist"),
        ("lab.tech@chihealth.example", "/", "dashboard-lab"),
        ("radiologist@chihealth.example", "/", "dashboard-radiologist"),
        ("dietitian@chihealth.example", "/", "dashboard-dietitian"),
        ("accountant@chihealth.example", "/", "dashboard-accountant"),
        ("logistics.sam@chihealth.example", "/", "dashboard-logistics"),
        ("cmd@chihealth.example", "/", "dashboard-command-center"),
        ("nurse.joy@chihealth.example", "/beds", "beds"),
        ("nurse.joy@chihealth.example", "/stays", "inpatients"),
        ("logistics.sam@chihealth.example", "/cleaning", "cleaning"),
        ("cmd@chihealth.example", "/occupancy", "occupancy"),
        ("receptionist@chihealth.example", "/appointments", "appointments"),
        ("receptionist@chihealth.example", "/arrivals", "arrivals"),
        ("amina.bello@example.com", "/appointments/book", "book"),
        ("amina.bello@example.com", "/appointments", "own-visits"),
        ("receptionist@chihealth.example", "/patients", "patients"),
        ("receptionist@chihealth.example", "/patients/register", "register-patient"),
        ("nurse.joy@chihealth.example", "/patients/{patient}", "patient"),
        ("nurse.joy@chihealth.example", "/patients/{patient}?tab=vitals", "chart-vitals"),
        ("nurse.joy@chihealth.example", "/patients/{patient}?tab=notes", "chart-notes"),
        ("nurse.joy@chihealth.example", "/patients/{patient}?tab=timeline", "chart-timeline"),
        ("nurse.joy@chihealth.example", "/patients/{patient}?tab=problems", "chart-problems"),
        ("nurse.joy@chihealth.example", "/patients/{patient}?tab=visits", "chart-visits"),
        ("nurse.joy@chihealth.example", "/patients/{patient}?tab=history", "chart-history"),
        ("nurse.joy@chihealth.example", "/patients/{patient}?tab=nutrition", "chart-nutrition"),
        ("dr.adebayo@chihealth.example", "/patients/{amina}?tab=referrals", "chart-referrals"),
        ("dr.adebayo@chihealth.example", "/patients/{amina}?tab=certificates", "chart-certificates"),
        ("dr.adebayo@chihealth.example", "/patients/{amina}?tab=amendments", "chart-corrections"),
        ("nurse.joy@chihealth.example", "/triage", "triage"),
        ("nurse.joy@chihealth.example", "/observations", "observations"),
        ("dr.adebayo@chihealth.example", "/escalations", "escalations"),
        ("nurse.joy@chihealth.example", "/handovers", "handovers"),
        ("receptionist@chihealth.example", "/referrals", "referrals"),
        ("dietitian@chihealth.example", "/nutrition", "nutrition"),
        ("amina.bello@example.com", "/plan", "own-plan"),
        ("amina.bello@example.com", "/sharing", "sharing"),
        ("amina.bello@example.com", "/record-access", "record-access"),
        ("amina.bello@example.com", "/account", "account"),
        ("admin@chihealth.example", "/emergency-access", "emergency-access"),
        ("admin@chihealth.example", "/activity-review", "activity-review"),
        ("admin@chihealth.example", "/access", "access-table"),
        ("admin@chihealth.example", "/activity-log", "activity-log"),
        ("admin@chihealth.example", "/rooms", "rooms"),
        ("admin@chihealth.example", "/staff", "staff"),
        ("admin@chihealth.example", "/staff/{doctor}/working-hours", "working-hours"),
        ("admin@chihealth.example", "/departments", "departments"),
        ("admin@chihealth.example", "/organizations", "organizations"),
        ("it@chihealth.example", "/system", "system"),
    ];

    private static readonly (int Width, int Height)[] Sizes = [(1440, 900), (390, 844)];

    [Fact]
    public async Task Pictures_of_the_running_demo()
    {
        var folder = Environment.GetEnvironmentVariable("MEDISECURE_SCREENSHOTS") ?? throw new InvalidOperationException("Run eng/screenshots.sh.");
        var wanted = (Environment.GetEnvironmentVariable("MEDISECURE_SCREENSHOT_NAMES") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Directory.CreateDirectory(folder);
        var patient = Data.Persistence.DemoData.DemoWorld.Id("patient", Data.Persistence.DemoData.DemoAccounts.General, "Chinedu Eze").ToString();
        var amina = Data.Persistence.DemoData.DemoWorld.Id("patient", Data.Persistence.DemoData.DemoAccounts.General, "Amina Bello").ToString();
        var doctor = Data.Persistence.DemoData.DemoWorld.Id("staff", Data.Persistence.DemoData.DemoAccounts.General, "dr.adebayo@chihealth.example").ToString();
        foreach (var (width, height) in Sizes)
        {
            foreach (var dark in new[] { false, true })
            {
                var here = Pictures.Where(one => wanted.Length == 0 || wanted.Contains(one.Name));
                foreach (var account in here.GroupBy(one => one.Email))
                {
                    var page = account.Key is { } email ? await AsAsync(email, width, height, dark) : await OpenAsync("/", width, height, dark);
                    foreach (var (_, address, name) in account)
                    {
                        await page.GotoAsync(address.Replace("{patient}", patient, StringComparison.Ordinal).Replace("{amina}", amina, StringComparison.Ordinal).Replace("{doctor}", doctor, StringComparison.Ordinal));
                        await page.GetByRole(AriaRole.Heading, new() { Level = 1 }).First.WaitForAsync();
                        await page.WaitForFunctionAsync("() => !document.querySelector('[aria-busy=\"true\"]')");
                        await page.EvaluateAsync("() => document.fonts.ready");
                        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"{name}-{width}{(dark ? "-dark" : "")}.png") });
                    }
                }
            }
        }
    }
}
