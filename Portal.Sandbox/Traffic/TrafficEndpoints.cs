using System.Text.Json;
using Portal.Sandbox.State;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.Traffic;

/// <summary>
/// <c>/_sandbox/traffic</c>: POST makes up a history or begins live calls, GET tells of the live ones, DELETE ends them. It is done by the running sandbox itself, because its
/// numbers and lines are in its memory as well as in its files.
/// </summary>
internal sealed class TrafficEndpoints(World world, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim _one = new(1);
    private LiveTraffic? _live;

    public async Task<Answer> AnswerAsync(HttpContext context) => context.Request.Method switch
    {
        "POST" => await OrderedAsync(context),
        "GET" => Answer.Ok(new() { Stages = [], KeysMade = [], Live = _live?.Report }, TrafficJson.Default.TrafficReport),
        "DELETE" => Stopped(),
        _ => Answer.Of(AwsError.NotFound("The sandbox has GET, POST and DELETE of /_sandbox/traffic.")),
    };

    public void Stop() => Interlocked.Exchange(ref _live, null)?.Dispose();

    public void Dispose()
    {
        Stop();
        _one.Dispose();
    }

    private Answer Stopped()
    {
        Stop();
        return Answer.NoContent;
    }

    private async Task<Answer> OrderedAsync(HttpContext context)
    {
        TrafficOrder? order;
        try
        {
            order = await JsonSerializer.DeserializeAsync(context.Request.Body, TrafficJson.Default.TrafficOrder, context.RequestAborted);
        }
        catch (JsonException exception)
        {
            return Answer.Of(AwsError.BadRequest($"An order is {{\"days\"?, \"callsPerDay\"?, \"seed\"?, \"consumers\"?, \"incident\"?, \"stages\"? [\"api/stage\"], \"account\"?, \"region\"?, \"live\"? {{\"rate\", \"seconds\"}}}}: {exception.Message}"));
        }

        if (order?.Fault is var fault && (order is null || fault is not null))
        {
            return Answer.Of(AwsError.BadRequest(fault ?? "There is no order."));
        }

        await _one.WaitAsync(context.RequestAborted);
        try
        {
            // Long and busy: not on a thread that serves.
            return await Task.Run(() => Done(order, new Uri($"http://{Host(context)}:{context.Connection.LocalPort}"), context.RequestAborted), context.RequestAborted);
        }
        catch (AwsError error)
        {
            return Answer.Of(error);
        }
        finally
        {
            _one.Release();
        }
    }

    private Answer Done(TrafficOrder order, Uri address, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var made = Regions(order).ToDictionary(region => region, region =>
        {
            lock (region.Gate)
            {
                return ConsumerKeys.Make(region, Stages(region, order), order.Consumers ?? 0, now);
            }
        });
        CalledStage[] stages = [.. made.Keys.SelectMany(region =>
        {
            lock (region.Gate)
            {
                return Stages(region, order);
            }
        })];
        Check(order, stages);
        var incident = order.Days is not null && order.Incident is not false ? Incident.Of(stages, order.Seed ?? 0, now) : null;
        var reports = order.Days is null ? [] : History.Make(stages, order, incident, now, cancellationToken);
        if (order.Live is { } live)
        {
            Stop();
            _live = new(address, stages, live, order.Seed ?? 0, now);
        }

        return Answer.Ok(
            new()
            {
                Stages = reports,
                KeysMade = [.. made.Values.SelectMany(keys => keys)],
                Incident = incident is null ? null : new(incident.Stage.Split('/')[0], incident.Stage.Split('/')[1], incident.From, incident.To),
                Live = _live?.Report,
            },
            TrafficJson.Default.TrafficReport);
    }

    private IEnumerable<Region> Regions(TrafficOrder order) => world.Regions.Where(region => (order.Account is null || order.Account == region.Account) && (order.Region is null || order.Region == region.Name));

    private static IReadOnlyList<CalledStage> Stages(Region region, TrafficOrder order) =>
    [
        .. from called in All(region)
           where called is not null && (order.Stages is null || order.Stages.Contains(called.Name, StringComparer.Ordinal))
           orderby called.Seed, called.Name
           select called,
    ];

    private static IEnumerable<CalledStage?> All(Region region) =>
    [
        .. region.Apis.Values.SelectMany(entry => entry.Stages.Values.Select(stage => CalledRestStage.Of(region, entry, stage))),
        .. region.ApisV2.All.Values.SelectMany(api => api.Stages.Values.Select(stage => api.Definition.IsHttp ? (CalledStage?)CalledHttpStage.Of(region, api, stage) : CalledSocketStage.Of(region, api, stage))),
    ];

    private static void Check(TrafficOrder order, IReadOnlyList<CalledStage> stages)
    {
        if (order.Stages?.FirstOrDefault(name => stages.All(stage => stage.Name != name)) is { } unknown)
        {
            throw AwsError.NotFound($"There is no stage {unknown} that can be called.");
        }

        if (stages is [])
        {
            throw AwsError.NotFound("Nothing is deployed yet that can be called.");
        }
    }

    private static string Host(HttpContext context) => context.Connection.LocalIpAddress switch
    {
        { AddressFamily: System.Net.Sockets.AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false } address => $"[{address}]",
        { } address => address.MapToIPv4().ToString(),
        null => "127.0.0.1",
    };
}
