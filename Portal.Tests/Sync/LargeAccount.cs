using Microsoft.Extensions.Logging.Abstractions;
using Portal.Server.Gateway;
using Portal.Server.Sync;

namespace Portal.Tests.Sync;

/// <summary>A large account under AWS's limits, on a simulated clock: the calls that a drift check and changes make, at the portal's pace, while a person writes now and then.</summary>
internal sealed class LargeAccount
{
    public const int Apis = 600;
    public const int Changed = 100;

    private const double Share = 0.8;

    private static readonly string[] Quick = ["GetRestApi", "GetResources", "GetStages"];
    private static readonly string[] Full = [.. Quick, "GetModels", "GetRequestValidators", "GetAuthorizers", "GetGatewayResponses", "GetDeployments"];

    // Looks, writes with the looks for its deployment that writes make, and reads back.
    private static readonly string[] Change = [.. Full, "PutRestApi", "GetDeployments", "CreateDeployment", "GetDeployments", "UpdateStage", .. Full];

    private readonly SimulatedTime _time = new();
    private readonly LimitedAccount _aws;
    private readonly CallPace _pace;
    private readonly PacedPlace _place = new("123456789012", "eu-west-1");
    private readonly List<double> _waits = [];

    private LargeAccount() => (_aws, _pace) = (new LimitedAccount(_time), new CallPace(new SyncOptions { Share = Share }, _time, NullLogger<CallPace>.Instance));

    /// <summary>What the portal's share of AWS's limits demands for a quick check of all, in seconds: 5 GetResources in 2 are the narrowest.</summary>
    public static double DemandedForCheck => Apis * 0.4 / Share;

    /// <summary>The same with changes to some besides: one CreateDeployment in 5 seconds, or the reads that changes make too.</summary>
    public static double DemandedForAll => new[] { Changed * 5, (Apis + (Changed * 2)) * 0.4, ((Apis * Quick.Length) + (Changed * Change.Length)) / 10.0 }.Max() / Share;

    public static Sweep Check() => new LargeAccount().Measure(withChanges: false);

    public static Sweep CheckAndChange() => new LargeAccount().Measure(withChanges: true);

    private Sweep Measure(bool withChanges)
    {
        _time.Run(async () =>
        {
            var all = Task.WhenAll(CheckAsync(), withChanges ? ChangeAsync() : Task.CompletedTask);

            while (!all.IsCompleted)
            {
                await PersonAsync();
                await Task.WhenAny(all, Task.Delay(TimeSpan.FromSeconds(29), _time));
            }

            await all;
        });

        _pace.Dispose();

        return new Sweep(_time.Passed.TotalSeconds, _aws.Calls, _aws.Refused, _waits);
    }

    /// <summary>As the check does it: some APIs at a time.</summary>
    private async Task CheckAsync()
    {
        using var errand = Errands.On(Errand.Background);
        await ManyAsync(Apis, 8, Quick);
    }

    private async Task ChangeAsync()
    {
        using var errand = Errands.On(Errand.Run);
        await ManyAsync(Changed, 4, Change);
    }

    private async Task PersonAsync()
    {
        var asked = _time.Passed;
        await CallsAsync(["CreateApiKey"]);
        _waits.Add((_time.Passed - asked).TotalSeconds);
    }

    private async Task CallsAsync(string[] operations)
    {
        foreach (var operation in operations)
        {
            await _pace.TakeAsync(_place, operation, CancellationToken.None);

            if (!_aws.Takes(operation))
            {
                _pace.TooMany(_place, operation, null);
            }

            await Task.Delay(TimeSpan.FromMilliseconds(40), _time);
        }
    }

    private Task ManyAsync(int count, int atOnce, string[] operations)
    {
        var left = count;

        return Task.WhenAll(Enumerable.Range(0, atOnce).Select(async _ =>
        {
            while (left-- > 0)
            {
                await CallsAsync(operations);
            }
        }));
    }
}

/// <param name="Seconds">How long it took.</param>
/// <param name="Calls">How many calls were made.</param>
/// <param name="Refused">How many of them AWS would have refused for the rate.</param>
/// <param name="Waits">How long a person's write took, each time, in seconds.</param>
internal sealed record Sweep(double Seconds, int Calls, int Refused, IReadOnlyList<double> Waits);
