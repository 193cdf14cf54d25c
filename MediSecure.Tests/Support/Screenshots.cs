using Microsoft.Playwright;

namespace MediSecure.Tests.Support;

/// <summary>Makes the pictures of docs/screenshots. Not a test of anything; eng/screenshots.sh runs it.</summary>
[Trait("Category", "Screenshots")]
public sealed class Screenshots(MediSecureApp app, Chromium chromium) : BrowserTest(app, chromium), IClassFixture<MediSecureApp>
{
    /// <summary>Who looks (nobody for the pages before the sign-in), where, and the picture's name. The main ones are kept in every size and theme, the others wide and light: a clone stays small.</summary>
    private static readonly (string? Email, string Address, string Name, bool Main)[] Pictures =
    [
        (null, "/", "start", true),
        (null, "/account/login", "sign-in", false),
        ("nurse.joy@chihealth.example", "/", "dashboard-nurse", true),
        ("dr.adebayo@chihealth.example", "/", "dashboard-doctor", true),
        ("receptionist@chihealth.example", "/", "dashboard-receptionist", true),
        ("admin@chihealth.example", "/", "dashboard-administrator", false),
        ("amina.bello@example.com", "/", "dashboard-patient", true),
        ("it@chihealth.example", "/", "dashboard-it", false),
        ("pharma.ken@chihealth.example", "/", "dashboard-pharmacist", false),
        ("lab.tech@chihealth.example", "/", "dashboard-lab", false),
        ("radiologist@chihealth.example", "/", "dashboard-radiologist", false),
        ("dietitian@chihealth.example", "/", "dashboard-dietitian", false),
        ("accountant@chihealth.example", "/", "dashboard-accountant", false),
        ("logistics.sam@chihealth.example", "/", "dashboard-logistics", false),
        ("cmd@chihealth.example", "/", "dashboard-command-center", false),
        ("nurse.joy@chihealth.example", "/beds", "beds", true),
        ("nurse.joy@chihealth.example", "/stays", "inpatients", false),
        ("logistics.sam@chihealth.example", "/cleaning", "cleaning", false),
        ("cmd@chihealth.example", "/occupancy", "occupancy", false),
        ("receptionist@chihealth.example", "/appointments", "appointments", false),
        ("receptionist@chihealth.example", "/arrivals", "arrivals", false),
        ("amina.bello@example.com", "/appointments/book", "book", true),
        ("amina.bello@example.com", "/appointments", "own-visits", false),
        ("receptionist@chihealth.example", "/patients", "patients", false),
        ("receptionist@chihealth.example", "/patients/register", "register-patient", false),
        ("nurse.joy@chihealth.example", "/patients/{patient}", "patient", true),
        ("nurse.joy@chihealth.example", "/patients/{patient}?tab=vitals", "chart-vitals", true),
        ("nurse.joy@chihealth.example", "/patients/{patient}?tab=notes", "chart-notes", true),
        ("nurse.joy@chihealth.example", "/patients/{patient}?tab=timeline", "chart-timeline", false),
        ("nurse.joy@chihealth.example", "/patients/{patient}?tab=problems", "chart-problems", false),
        ("nurse.joy@chihealth.example", "/patients/{patient}?tab=visits", "chart-visits", false),
        ("nurse.joy@chihealth.example", "/patients/{patient}?tab=history", "chart-history", false),
        ("nurse.joy@chihealth.example", "/patients/{patient}?tab=nutrition", "chart-nutrition", false),
        ("dr.adebayo@chihealth.example", "/patients/{amina}?tab=referrals", "chart-referrals", false),
        ("dr.adebayo@chihealth.example", "/patients/{amina}?tab=certificates", "chart-certificates", false),
        ("dr.adebayo@chihealth.example", "/patients/{amina}?tab=amendments", "chart-corrections", false),
        ("nurse.joy@chihealth.example", "/triage", "triage", true),
        ("nurse.joy@chihealth.example", "/observations", "observations", false),
        ("dr.adebayo@chihealth.example", "/escalations", "escalations", false),
        ("nurse.joy@chihealth.example", "/handovers", "handovers", false),
        ("receptionist@chihealth.example", "/referrals", "referrals", true),
        ("dietitian@chihealth.example", "/nutrition", "nutrition", false),
        ("amina.bello@example.com", "/plan", "own-plan", true),
        ("amina.bello@example.com", "/sharing", "sharing", false),
        ("amina.bello@example.com", "/record-access", "record-access", false),
        ("amina.bello@example.com", "/account", "account", false),
        ("admin@chihealth.example", "/emergency-access", "emergency-access", false),
        ("admin@chihealth.example", "/activity-review", "activity-review", false),
        ("admin@chihealth.example", "/access", "access-table", false),
        ("admin@chihealth.example", "/activity-log", "activity-log", true),
        ("admin@chihealth.example", "/rooms", "rooms", false),
        ("admin@chihealth.example", "/staff", "staff", false),
        ("admin@chihealth.example", "/staff/{doctor}/working-hours", "working-hours", false),
        ("admin@chihealth.example", "/departments", "departments", false),
        ("admin@chihealth.example", "/organizations", "organizations", false),
        ("it@chihealth.example", "/system", "system", false),
    ];

    private static readonly (int Width, int Height)[] Sizes = [(1440, 900), (390, 844)];

    [Fact]
    public async Task Pictures_of_the_running_demo()
    {
        var folder = Environment.GetEnvironmentVariable("MEDISECURE_SCREENSHOTS") ?? throw new InvalidOperationException("Run eng/screenshots.sh.");
        var everything = Environment.GetEnvironmentVariable("MEDISECURE_SCREENSHOT_ALL") is "1";
        var wanted = (Environment.GetEnvironmentVariable("MEDISECURE_SCREENSHOT_NAMES") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Directory.CreateDirectory(folder);
        var patient = Data.Persistence.DemoData.DemoWorld.Id("patient", Data.Persistence.DemoData.DemoAccounts.General, "Chinedu Eze").ToString();
        var amina = Data.Persistence.DemoData.DemoWorld.Id("patient", Data.Persistence.DemoData.DemoAccounts.General, "Amina Bello").ToString();
        var doctor = Data.Persistence.DemoData.DemoWorld.Id("staff", Data.Persistence.DemoData.DemoAccounts.General, "dr.adebayo@chihealth.example").ToString();
        foreach (var (width, height) in Sizes)
        {
            foreach (var dark in new[] { false, true })
            {
                var here = Pictures.Where(one => wanted.Length > 0 ? wanted.Contains(one.Name) : everything || one.Main || (width > 1000 && !dark));
                foreach (var account in here.GroupBy(one => one.Email))
                {
                    var page = account.Key is { } email ? await AsAsync(email, width, height, dark) : await OpenAsync("/", width, height, dark);
                    foreach (var (_, address, name, _) in account)
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
