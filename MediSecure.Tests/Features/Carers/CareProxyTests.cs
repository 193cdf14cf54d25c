using MediSecure.Data.Common;
using MediSecure.Data.Features.Carers;

namespace MediSecure.Tests.Features.Carers;

public sealed class CareProxyTests
{
    private static readonly DateTime Now = new(2026, 3, 2, 8, 0, 0, DateTimeKind.Utc);

    private static CareProxy Granted(double days = 30, double startsIn = 0) =>
        CareProxy.Grant(Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), "Musa Bello", CarerRelationship.Spouse, Now.AddDays(startsIn), Now.AddDays(days), Guid.NewGuid(), Now, null).Value;

    [Fact]
    public void A_grant_is_in_force_once_accepted_between_its_days_until_revoked()
    {
        var proxy = Granted(startsIn: 1);
        Assert.False(proxy.IsLive(Now.AddDays(2)));
        Assert.False(proxy.Accept(Guid.NewGuid(), Now).Failed);
        Assert.Equal([false, true, true, false], new[] { 0.5, 1, 29.9, 30 }.Select(days => proxy.IsLive(Now.AddDays(days))));
        Assert.False(proxy.Revoke(Guid.NewGuid(), Now.AddDays(3), "asked").Failed);
        Assert.False(proxy.IsLive(Now.AddDays(3)));
    }

    [Fact]
    public void What_is_over_is_neither_accepted_nor_revoked_and_nothing_twice()
    {
        var proxy = Granted();
        Assert.False(proxy.Accept(Guid.NewGuid(), Now).Failed);
        Assert.Equal(CarerErrors.NotOpen, proxy.Accept(Guid.NewGuid(), Now).Error);
        Assert.Equal(CarerErrors.AlreadyOver, proxy.Revoke(Guid.NewGuid(), Now.AddDays(30), null).Error);
        Assert.False(proxy.Revoke(Guid.NewGuid(), Now, null).Failed);
        Assert.Equal(CarerErrors.AlreadyOver, proxy.Revoke(Guid.NewGuid(), Now, null).Error);
        Assert.Equal(CarerErrors.NotOpen, Granted().Accept(Guid.NewGuid(), Now.AddDays(30)).Error);
    }

    [Theory]
    [InlineData(0, 0, "carer.ends-before")]
    [InlineData(5, 4, "carer.ends-before")]
    [InlineData(-9, -2, "carer.ends-before")]
    [InlineData(0, 365 * 6, "carer.too-long")]
    public void A_period_that_makes_no_sense_is_refused(int startsIn, int endsIn, string code) => Assert.Equal(code,
        CareProxy.Grant(Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), "Musa", CarerRelationship.Friend, Now.AddDays(startsIn), Now.AddDays(endsIn), Guid.NewGuid(), Now, null).Error!.Code);
}
