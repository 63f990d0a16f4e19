using System.Net;
using Portal.Sandbox;

namespace Portal.Tests.Sandbox.Execution;

/// <summary>Each of the four layers in turn is the narrow one, with ten tokens a second and five at once; the others are wide.</summary>
public sealed class ThrottlingTests
{
    private const double Rate = 10;
    private const int Burst = 5;
    private const int Seconds = 30;

    private const string Method = "the method's in the plan's stage";
    private const string Plan = "the plan's";
    private const string Stage = "the method's of the stage";
    private const string Account = "the account's";

    public static TheoryData<string, double> Loads =>
    [
        .. from layer in new[] { Method, Plan, Stage, Account }
           from load in new[] { 0.5, 1, 2 }
           select (layer, load),
    ];

    [Theory]
    [MemberData(nameof(Loads))]
    public async Task What_is_accepted_is_what_the_bucket_holds(string layer, double load)
    {
        await using var shop = await NarrowAsync(layer);
        var (id, value) = await shop.KeyAsync();
        var offered = (int)(Rate * load * Seconds);
        var accepted = 0;
        for (var i = 0; i < offered; i++)
        {
            accepted += await shop.GetAsync("/a", value) is HttpStatusCode.OK ? 1 : 0;
            shop.Time.Advance(TimeSpan.FromSeconds(1 / (Rate * load)));
        }

        var held = Math.Min(offered, Burst + (Rate * (Seconds - (1 / (Rate * load)))));
        Assert.InRange(accepted, held * 0.98, held * 1.02);
        Assert.Equal($"[[{accepted},-1]]", await shop.UsageAsync(id));
    }

    /// <summary>Who else is held up tells which layer it was: the same key on another method or stage, another key, a method without key.</summary>
    [Theory]
    [InlineData(Method, "key A on /a of dev")]
    [InlineData(Plan, "key A on /a of dev; key A on /b of dev; key A on /a of prod")]
    [InlineData(Stage, "key A on /a of dev; key B on /a of dev")]
    [InlineData(Account, "key A on /a of dev; key A on /b of dev; key A on /a of prod; key B on /a of dev; no key on /open of dev")]
    public async Task A_layer_holds_up_whom_it_counts_together(string layer, string heldUp)
    {
        await using var shop = await NarrowAsync(layer);
        var (_, a) = await shop.KeyAsync();
        var (_, b) = await shop.KeyAsync();
        for (var i = 0; i < Burst; i++)
        {
            Assert.Equal(HttpStatusCode.OK, await shop.GetAsync("/a", a));
        }

        (string Name, string Path, string? Key, string Stage)[] callers =
        [
            ("key A on /a of dev", "/a", a, "dev"), ("key A on /b of dev", "/b", a, "dev"), ("key A on /a of prod", "/a", a, "prod"),
            ("key B on /a of dev", "/a", b, "dev"), ("no key on /open of dev", "/open", null, "dev"),
        ];
        List<string> refused = [];
        foreach (var caller in callers)
        {
            if (await shop.GetAsync(caller.Path, caller.Key, caller.Stage) is HttpStatusCode.TooManyRequests)
            {
                refused.Add(caller.Name);
            }
        }

        Assert.Equal(heldUp, string.Join("; ", refused));
    }

    [Fact]
    public async Task A_refusal_says_too_many_requests()
    {
        await using var shop = await Shop.OpenAsync(new { rateLimit = 1, burstLimit = 0 });
        var (_, value) = await shop.KeyAsync();

        var (status, body, response) = await shop.CallAsync("/a", value);

        Assert.Equal((HttpStatusCode.TooManyRequests, """{"message":"Too Many Requests"}""", "TooManyRequestsException"), (status, body, response.Headers.GetValues("x-amzn-ErrorType").Single()));
    }

    [Fact]
    public async Task What_a_later_layer_refuses_uses_no_token_of_an_earlier_one()
    {
        await using var shop = await Shop.OpenAsync(new { rateLimit = 0.001, burstLimit = 2 });
        var (_, value) = await shop.KeyAsync();
        await shop.PatchAsync($"/restapis/{shop.Api}/stages/dev", ("/~1a/GET/throttling/rateLimit", "1"), ("/~1a/GET/throttling/burstLimit", "1"));

        HttpStatusCode[] statuses = [await shop.GetAsync("/a", value), await shop.GetAsync("/a", value), await shop.GetAsync("/a", value), await shop.GetAsync("/b", value), await shop.GetAsync("/b", value)];

        Assert.Equal([200, 429, 429, 200, 429], statuses.Select(status => (int)status));
    }

    [Fact]
    public async Task A_changed_limit_holds_from_the_next_request_on()
    {
        await using var shop = await Shop.OpenAsync(new { rateLimit = 1, burstLimit = 1 });
        var (_, value) = await shop.KeyAsync();
        await shop.GetAsync("/a", value);
        Assert.Equal(HttpStatusCode.TooManyRequests, await shop.GetAsync("/a", value));

        await shop.Bench.DoneAsync(HttpMethod.Patch, $"/usageplans/{shop.Plan}", new { patchOperations = new[] { new { op = "remove", path = "/throttle" } } });

        Assert.Equal(HttpStatusCode.OK, await shop.GetAsync("/a", value));
    }

    [Fact]
    public async Task A_limit_of_all_methods_of_a_stage_is_one_for_each()
    {
        await using var shop = await Shop.OpenAsync();
        var (_, value) = await shop.KeyAsync();
        await shop.PatchAsync($"/restapis/{shop.Api}/stages/dev", ("/*/*/throttling/rateLimit", "1"), ("/*/*/throttling/burstLimit", "1"));

        HttpStatusCode[] statuses = [await shop.GetAsync("/a", value), await shop.GetAsync("/a", value), await shop.GetAsync("/b", value), await shop.GetAsync("/open", null)];

        Assert.Equal([200, 429, 200, 200], statuses.Select(status => (int)status));
    }

    [Fact]
    public async Task A_setting_of_one_method_starts_with_what_holds_for_all()
    {
        await using var shop = await Shop.OpenAsync();
        var stage = $"/restapis/{shop.Api}/stages/dev";
        await shop.PatchAsync(stage, ("/*/*/throttling/rateLimit", "7"), ("/*/*/throttling/burstLimit", "3"), ("/~1a/GET/throttling/burstLimit", "1"));
        await shop.PatchAsync(stage, ("/*/*/throttling/rateLimit", "8"));

        var settings = (await shop.Bench.DoneAsync(HttpMethod.Get, stage))["methodSettings"]!;

        Assert.Equal((8, 3), ((int)settings["*/*"]!["throttlingRateLimit"]!, (int)settings["*/*"]!["throttlingBurstLimit"]!));
        Assert.Equal((7, 1), ((int)settings["~1a/GET"]!["throttlingRateLimit"]!, (int)settings["~1a/GET"]!["throttlingBurstLimit"]!));
    }

    [Fact]
    public async Task A_method_with_less_than_no_limit_has_none()
    {
        await using var shop = await Shop.OpenAsync();
        await shop.PatchAsync($"/restapis/{shop.Api}/stages/dev", ("/*/*/throttling/rateLimit", "0"), ("/*/*/throttling/burstLimit", "0"), ("/~1open/GET/throttling/rateLimit", "-1"), ("/~1open/GET/throttling/burstLimit", "-1"));
        var (_, value) = await shop.KeyAsync();

        Assert.Equal((HttpStatusCode.TooManyRequests, HttpStatusCode.OK), (await shop.GetAsync("/a", value), await shop.GetAsync("/open", null)));
    }

    [Fact]
    public async Task The_account_shows_its_limit()
    {
        await using var bench = await Bench.StartAsync(new() { AccountRateLimit = 7, AccountBurstLimit = 3 });

        Assert.Equal("""{"rateLimit":7,"burstLimit":3}""", (await bench.DoneAsync(HttpMethod.Get, "/account"))["throttleSettings"]!.ToJsonString());
    }

    private static async Task<Shop> NarrowAsync(string layer)
    {
        object Limit(string own) => own == layer ? new { rateLimit = Rate, burstLimit = Burst } : new { rateLimit = 50 * Rate, burstLimit = 50 * Burst };
        var options = layer is Account ? new SandboxOptions { AccountRateLimit = Rate, AccountBurstLimit = Burst } : new();
        var shop = await Shop.OpenAsync(Limit(Plan), methods: new Dictionary<string, object> { ["/a/GET"] = Limit(Method) }, options: options);
        if (layer is Stage)
        {
            await shop.PatchAsync($"/restapis/{shop.Api}/stages/dev", ("/~1a/GET/throttling/rateLimit", $"{Rate}"), ("/~1a/GET/throttling/burstLimit", $"{Burst}"));
        }

        return shop;
    }
}
