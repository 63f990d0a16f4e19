using Portal.Sandbox.CloudTrail;

namespace Portal.Tests.Sandbox.CloudTrail;

public sealed class TrailStoreTests
{
    [Fact]
    public void What_is_too_much_goes_oldest_first()
    {
        using TrailStore store = new(null, most: 100);
        for (var i = 0; i < 111; i++)
        {
            store.Add(Call(i));
        }

        var kept = store.Find(null, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddDays(1), (long.MaxValue, long.MaxValue), 1_000);

        Assert.Equal(Enumerable.Range(11, 100).Reverse().Select(i => $"{i}"), kept.Select(found => found.Event.Id));
    }

    [Fact]
    public void What_is_old_goes()
    {
        using TrailStore store = new(null);
        store.Add(Call(0));
        store.Add(Call(60));

        store.Age(DateTimeOffset.UnixEpoch.AddDays(90).AddSeconds(1));

        Assert.Single(store.Find(null, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddDays(1), (long.MaxValue, long.MaxValue), 1_000));
    }

    private static TrailEvent Call(int second) => new()
    {
        Id = $"{second}",
        Name = "CreateRestApi",
        Time = DateTimeOffset.UnixEpoch.AddSeconds(second),
        Source = "apigateway.amazonaws.com",
        IsRead = false,
        UserName = "u",
        AccessKeyId = "k",
        Resources = [new("AWS::ApiGateway::RestApi", "a")],
        Json = "{}",
    };
}
