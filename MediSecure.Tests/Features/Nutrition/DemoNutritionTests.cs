using MediSecure.Data.Features.CarePlans;
using MediSecure.Data.Features.Nutrition;
using MediSecure.Data.Persistence.DemoData;
using MediSecure.Tests.Features.Demo;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace MediSecure.Tests.Features.Nutrition;

/// <summary>What the demo shows of nutrition.</summary>
public sealed class DemoNutritionTests
{
    [Fact]
    public async Task Every_state_is_there_and_the_dietitian_sees_what_waits()
    {
        await using var host = await DemoHost.StartAsync();
        var (amina, chinedu) = (DemoWorld.Id("patient", DemoAccounts.General, "Amina Bello"), DemoWorld.Id("patient", DemoAccounts.General, "Chinedu Eze"));
        await using (var look = host.Look(DemoAccounts.General))
        {
            Assert.Equal(Enum.GetValues<ConsultStatus>(), (await look.NutritionConsults.Select(c => c.Status).ToListAsync()).Distinct().Order());
            Assert.Equal(Enum.GetValues<CarePlanStatus>(), (await look.CarePlans.Select(p => p.Status).ToListAsync()).Distinct().Order());
            Assert.Contains(await look.NutritionAssessments.ToListAsync(), a => a.Status == MustStatus.Incomplete);
            Assert.Contains(await look.NutritionAssessments.ToListAsync(), a => !a.Counts);
            Assert.False(await look.NutritionConsults.AnyAsync(c => c.PatientId == chinedu));
            var now = host.Clock.GetUtcNow().UtcDateTime;
            Assert.All(await look.NutritionAssessments.ToListAsync(), a => Assert.True(a.AssessedAt < now && (a.WeightAt is null || a.WeightAt < a.AssessedAt)));
            Assert.All(await look.PlanTicks.ToListAsync(), t => Assert.True(t.TickedAt <= now));
        }

        await using var dietitian = await host.AsAsync("dietitian@chihealth.example");
        var (nutrition, plans) = (dietitian.ServiceProvider.GetRequiredService<NutritionService>(), dietitian.ServiceProvider.GetRequiredService<CarePlanService>());
        var figures = await nutrition.FiguresAsync(default);
        Assert.Equal((3, 1), (figures.Consults, figures.Urgent));
        Assert.Equal(3, (await nutrition.ConsultsAsync(false, default)).Count);
        Assert.Equal(figures.HighRisk, (await nutrition.HighRiskAsync(default)).Count);
        Assert.Contains(await nutrition.HighRiskAsync(default), row => row is { Bed: not null, Score: >= 2 });
        var due = await plans.ReviewsAsync(default);
        Assert.Equal([3, 0], due.Select(row => row.DaysOverdue));

        // Amina's plan: what her dietitian sees is what she sees.
        var theirs = (await plans.OfPatientAsync(amina, default)).Value.Single();
        await using var patient = await host.AsAsync("amina.bello@example.com");
        var own = (await patient.ServiceProvider.GetRequiredService<CarePlanService>().CurrentAsync(amina, null, default)).Value!;
        Assert.Equal((theirs.LastWeek, theirs.LastFourWeeks), (own.LastWeek, own.LastFourWeeks));
        Assert.InRange(own.LastFourWeeks.Percent!.Value, 50, 95);
        Assert.True(own.LastFourWeeks.Due > own.LastWeek.Due);
        Assert.Equal(3, own.ToDo.Count);
        await using var log = host.Look(DemoAccounts.General);
        Assert.All(await log.AuditEvents.Where(e => e.EventCode == "TickCarePlan").ToListAsync(), e => Assert.Equal(e.ActorUserId == DemoWorld.UserId("musa.bello@example.com") ? amina : (Guid?)null, e.OnBehalfOf));
    }
}
