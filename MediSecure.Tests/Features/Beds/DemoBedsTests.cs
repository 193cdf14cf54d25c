using MediSecure.Data.Features.Beds;
using MediSecure.Data.Persistence.DemoData;
using MediSecure.Data.Access;
using MediSecure.Data.Persistence;
using MediSecure.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace MediSecure.Tests.Features.Beds;

/// <summary>What the contract promises of the demo's beds.</summary>
public sealed class DemoBedsTests(SqliteDatabase db) : IClassFixture<SqliteDatabase>
{
    [Fact]
    public async Task The_demo_has_sixty_beds_on_five_wards_in_every_state_with_the_fixed_ones()
    {
        await db.Services.GetRequiredService<DemoMode>().ResetAsync(null, default);
        var nurse = db.Begin(DemoWorld.UserId("nurse.joy@chihealth.example"), DemoWorld.Id("organization", DemoAccounts.General), null, null);
        var board = await nurse.Service<BedService>().BoardAsync(default);
        Assert.True(board.Beds.Count >= 60);
        Assert.Equal(5, board.Beds.Select(b => b.WardId).Distinct().Count());
        Assert.All(BedBoardStates.All, state => Assert.True(board.Count(state) > 0, $"no bed is {state.Word()}"));
        Assert.Equal(("Chinedu Eze", BedBoardState.Occupied), (board.Beds.Single(b => b.Label == "301-A").Patient, board.Beds.Single(b => b.Label == "301-A").State));
        Assert.All(["305-B", "306-A"], label => Assert.Equal(BedBoardState.Free, board.Beds.Single(b => b.Label == label).State));
        Assert.DoesNotContain(board.Beds, b => b.Patient == "Amina Bello");
        Assert.Contains(board.Beds, b => b.State == BedBoardState.Reserved && b.OtherBed is not null);
        Assert.Contains(board.Beds, b => b.Cleaning == CleaningStatus.InProgress);
        foreach (var bed in board.Beds)
        {
            var history = (await nurse.Service<BedService>().HistoryAsync(bed.Id, default)).Value;
            Assert.NotEmpty(history);
            Assert.All(history, row => Assert.True(row.At <= board.At.AddMinutes(1)));
        }

        Assert.True((await nurse.Service<BedService>().StaysAsync(new(), default)).Total >= 30);
    }

    [Fact]
    public async Task Nobody_in_the_demo_lies_in_two_beds_at_once()
    {
        await db.Services.GetRequiredService<DemoMode>().ResetAsync(null, default);
        foreach (var name in new[] { DemoAccounts.General, DemoAccounts.Ikoyi, DemoAccounts.Lekki })
        {
            var stays = await db.LookAsync(DemoWorld.Id("organization", name), look => look.BedStays.Where(s => s.EncounterId != null && s.Status != BedStayStatus.Reserved).ToListAsync());
            Assert.NotEmpty(stays);
            foreach (var group in stays.GroupBy(s => s.PatientId).Concat(stays.GroupBy(s => s.BedId)))
            {
                var inOrder = group.OrderBy(s => s.StartsAt).ToList();
                Assert.All(inOrder.Zip(inOrder.Skip(1)), pair => Assert.True(pair.First.ReleasedAt <= pair.Second.StartsAt));
            }
        }
    }
}
