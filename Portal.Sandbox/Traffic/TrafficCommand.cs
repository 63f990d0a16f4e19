using System.Globalization;
using System.Text.Json;

namespace Portal.Sandbox.Traffic;

/// <summary>
/// <c>dotnet run --project Portal.Sandbox -- traffic [--url http://127.0.0.1:4566] [--days 7] [--calls 5000] [--consumers 8] [--seed 1] [--stages api/stage,...] [--region R] [--incident false] [--live RATE --seconds S] [--stop true]</c>:
/// asks a running sandbox for it.
/// </summary>
internal static class TrafficCommand
{
    private static readonly string[] Known = ["url", "days", "calls", "consumers", "seed", "stages", "region", "incident", "live", "seconds", "stop"];

    public static async Task<int> RunAsync(string[] args)
    {
        IConfigurationRoot settings;
        TrafficOrder order;
        try
        {
            settings = new ConfigurationBuilder().AddCommandLine(args).Build();
            if (settings.AsEnumerable().Select(pair => pair.Key).FirstOrDefault(key => !Known.Contains(key, StringComparer.OrdinalIgnoreCase)) is { } unknown)
            {
                return await FailedAsync($"--{unknown} is not known; there are --{string.Join(", --", Known)}.");
            }

            order = Order(settings);
        }
        catch (FormatException exception)
        {
            return await FailedAsync(exception.Message);
        }

        if (!Uri.TryCreate(settings["url"] ?? "http://127.0.0.1:4566", UriKind.Absolute, out var url))
        {
            return await FailedAsync("--url takes the address of a running sandbox.");
        }

        using HttpClient http = new() { BaseAddress = url, Timeout = TimeSpan.FromMinutes(30) };
        try
        {
            return await AskAsync(http, settings["stop"] is "true", order);
        }
        catch (HttpRequestException exception)
        {
            return await FailedAsync($"No sandbox answers at {url}: {exception.Message}. Start one, or say where it is by --url.");
        }
    }

    private static TrafficOrder Order(IConfiguration settings)
    {
        int? Whole(string name) => settings[name] is not { } text
            ? null
            : int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : throw new FormatException($"--{name} takes a number.");
        var rate = settings["live"] is not { } live
            ? (double?)null
            : double.TryParse(live, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : throw new FormatException("--live takes calls a second.");
        return new()
        {
            Days = Whole("days") ?? (rate is null ? 7 : null),
            CallsPerDay = Whole("calls"),
            Consumers = Whole("consumers"),
            Seed = Whole("seed"),
            Region = settings["region"],
            Stages = settings["stages"]?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
            Incident = settings["incident"] is { } incident ? bool.TryParse(incident, out var wanted) ? wanted : throw new FormatException("--incident takes true or false.") : null,
            Live = rate is { } calls ? new(calls, Whole("seconds") ?? 60) : null,
        };
    }

    private static async Task<int> AskAsync(HttpClient http, bool stops, TrafficOrder order)
    {
        var path = new Uri("/_sandbox/traffic", UriKind.Relative);
        if (stops)
        {
            using var stopped = await http.DeleteAsync(path);
            stopped.EnsureSuccessStatusCode();
            Console.WriteLine("No live calls are made any longer.");
            return 0;
        }

        using var answer = await http.PostAsJsonAsync(path, order, TrafficJson.Default.TrafficOrder);
        if (!answer.IsSuccessStatusCode)
        {
            var text = await answer.Content.ReadAsStringAsync();
            return await FailedAsync(text.StartsWith('{') && JsonDocument.Parse(text).RootElement.TryGetProperty("message", out var message) ? message.GetString()! : text);
        }

        Write((await answer.Content.ReadFromJsonAsync(TrafficJson.Default.TrafficReport))!);
        return 0;
    }

    private static void Write(TrafficReport report)
    {
        foreach (var stage in report.Stages)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{stage.Api} {stage.Stage} ({stage.ApiId}): {stage.Calls} calls from {stage.From:u} to {stage.To:u}, {stage.ClientErrors} 4XX, {stage.ServerErrors} 5XX, {stage.Counted} counted for plans, {stage.Lines} lines"));
        }

        if (report.KeysMade.Count > 0)
        {
            Console.WriteLine($"{report.KeysMade.Count} keys were made: {string.Join(", ", report.KeysMade)}");
        }

        if (report.Incident is { } incident)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"An incident of {incident.ApiId}/{incident.Stage} from {incident.From:u} to {incident.To:u}"));
        }

        if (report.Live is { Runs: true } live)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Live calls: {live.Rate} a second until {live.To:u}. --stop true ends them."));
        }
    }

    private static async Task<int> FailedAsync(string message)
    {
        await Console.Error.WriteLineAsync(message);
        return 1;
    }
}
