using System.Text;
using Portal.Sandbox.ApiGateway.OpenApi;
using Portal.Sandbox.ApiGateway.UsagePlans;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.ApiGateway.ApiKeys;

/// <summary>
/// Keys from a CSV file: the columns Key and Name, and if they are there Description, Enabled and UsagePlanIds, in any order. A value that is known already
/// changes its key. What is wrong with a row is a warning, and the row is left out. Texts are not recorded from the service.
/// </summary>
internal static class ImportApiKeys
{
    public static Operation Operation { get; } = new(Gateway.Service, "ImportApiKeys", "POST", "/apikeys?mode=import", Import);

    private static Answer Import(Call call)
    {
        if (call.Query["format"].ToString() is not "csv")
        {
            throw AwsError.Validation([AwsError.NotInEnum(call.Query["format"].ToString(), "format", "csv")]);
        }

        var rows = Csv.Rows(Encoding.UTF8.GetString(call.Content.Span).TrimStart('\uFEFF'));
        var columns = Columns(rows is [var head, ..] ? head : []);
        ImportLog log = new();
        Dictionary<string, ApiKeyEntry> read = new(StringComparer.Ordinal);
        Dictionary<string, ApiKeyEntry> byValue = new(StringComparer.Ordinal);
        for (var i = 1; i < rows.Count; i++)
        {
            try
            {
                var entry = Read(call, name => columns.TryGetValue(name, out var at) && at < rows[i].Count ? rows[i][at] : "", byValue, log, i + 1);
                read[entry.Id] = byValue[entry.Key.Value!] = entry;
            }
            catch (AwsError error)
            {
                log.Warn($"Row {i + 1} was ignored: {error.Message}");
            }
        }

        log.Refuse(ImportOperations.FailsOnWarnings(call));
        Limits.Check(call.Region.ApiKeys.All.Count + read.Keys.Count(id => call.Region.ApiKeys.Find(id) is null), Limits.ApiKeys, "API keys", "this account");
        foreach (var entry in read.Values)
        {
            call.Region.ApiKeys.Put(entry);
        }

        return Answer.Created(new([.. read.Keys], log.Warnings is [] ? null : log.Warnings), WireJson.Default.ApiKeyIds);
    }

    private static Dictionary<string, int> Columns(IReadOnlyList<string> head)
    {
        Dictionary<string, int> columns = new(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < head.Count; i++)
        {
            columns.TryAdd(head[i], i);
        }

        return columns.ContainsKey("Key") && columns.ContainsKey("Name")
            ? columns
            : throw AwsError.BadRequest("Invalid API Key file: the first row must name the columns Key and Name");
    }

    private static ApiKeyEntry Read(Call call, Func<string, string> field, Dictionary<string, ApiKeyEntry> before, ImportLog log, int row)
    {
        var value = field("Key") is { Length: > 0 } given ? ApiKeyRules.Value(given) : throw AwsError.BadRequest("API Key value cannot be empty");
        if (field("Name") is "")
        {
            throw AwsError.BadRequest("API Key name cannot be empty");
        }

        var known = before.GetValueOrDefault(value) ?? call.Region.ApiKeys.FindValue(value);
        var key = known?.Key ?? new() { Id = Ids.Long(), Value = value, Enabled = true, CreatedDate = call.Now, LastUpdatedDate = call.Now, StageKeys = [] };
        ApiKeyEntry entry = new()
        {
            Key = key with
            {
                Name = ApiKeyRules.Name(field("Name")),
                Description = field("Description") is { Length: > 0 } description ? ApiKeyRules.Description(description) : key.Description,
                Enabled = field("Enabled") is { Length: > 0 } enabled ? bool.TryParse(enabled, out var flag) && flag : known is null || key.Enabled,
                LastUpdatedDate = call.Now,
            },
            UsagePlanIds = known?.UsagePlanIds ?? [],
        };
        foreach (var id in field("UsagePlanIds").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            try
            {
                entry = UsagePlanRules.Joined(call.Region, entry, UsagePlanRules.Find(call.Region, id));
            }
            catch (AwsError error)
            {
                log.Warn($"Row {row}: the key was not added to Usage Plan {id}: {error.Message}");
            }
        }

        return entry;
    }
}

/// <summary>What an import made or changed.</summary>
internal sealed record ApiKeyIds(IReadOnlyList<string> Ids, IReadOnlyList<string>? Warnings);
