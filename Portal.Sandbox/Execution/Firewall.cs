using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.Extensions.Primitives;
using Portal.Sandbox.Waf;

namespace Portal.Sandbox.Execution;

/// <summary>The web ACL before a stage: it speaks first of all, before routes, policies and authorizers.</summary>
internal sealed partial class Firewall(ILogger logger)
{
    // As much as the service looks into before an API.
    private const int LongestBody = 16 * 1024;

    private readonly ConditionalWeakTable<WebAcl, object> _told = [];

    public ValueTask<GatewayFault?> RefusalAsync(Exchange exchange) =>
        exchange.Stage.WebAclArn is { } arn && exchange.Region.WebAcls.Find(arn[(arn.LastIndexOf('/') + 1)..]) is { } acl ? RefusalAsync(exchange, acl) : default;

    private async ValueTask<GatewayFault?> RefusalAsync(Exchange exchange, WebAcl acl)
    {
        var rules = AclRules.Of(acl);
        if (rules.Unread is not [] && _told.TryAdd(acl, new()))
        {
            LogUnread(acl.Name, string.Join(", ", rules.Unread));
        }

        var verdict = rules.Judge(await CallAsync(exchange, rules.NeedsBody));
        exchange.Firewall = verdict;
        if (!verdict.Blocks)
        {
            return null;
        }

        if (verdict.Answer is { } answer)
        {
            await WriteAsync(exchange, answer);
        }

        return GatewayFault.Filtered;
    }

    private static async ValueTask<InspectedCall> CallAsync(Exchange exchange, bool needsBody)
    {
        var request = exchange.Http.Request;
        var body = "";
        if (needsBody)
        {
            var sent = await exchange.BodyAsync(exchange.Http.RequestAborted);
            Backends.Replace(request, sent);
            body = Encoding.Latin1.GetString(sent, 0, Math.Min(sent.Length, LongestBody));
        }

        return new()
        {
            Method = request.Method,
            Source = exchange.Context("identity.sourceIp") ?? "",
            Time = exchange.Time,
            Path = $"/{exchange.Stage.StageName}{exchange.Address.Path}",
            Query = request.QueryString.Value is ['?', .. var query] ? query : "",
            Headers = ByName(request.Headers),
            Arguments = ByName(request.Query),
            Body = body,
        };
    }

    private static ILookup<string, string> ByName(IEnumerable<KeyValuePair<string, StringValues>> values) =>
        values.SelectMany(pair => pair.Value.Select(value => (pair.Key, Value: Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(value ?? ""))))).ToLookup(pair => pair.Key, pair => pair.Value, StringComparer.OrdinalIgnoreCase);

    /// <summary>The ACL's own answer goes before the API's gateway response.</summary>
    private static async Task WriteAsync(Exchange exchange, CustomAnswer answer)
    {
        exchange.Fault = GatewayFault.Filtered;
        var http = exchange.Http.Response;
        StandardHeaders.Write(exchange);
        http.StatusCode = answer.Status;
        foreach (var (name, value) in answer.Headers)
        {
            SafeHeaders.Put(http, name, value);
        }

        http.ContentType = answer.ContentType;
        await http.StartAsync(exchange.Http.RequestAborted);
        await http.WriteAsync(answer.Body, exchange.Http.RequestAborted);
    }

    [LoggerMessage(EventId = 9221, Level = LogLevel.Warning, Message = "Of the web ACL {Name} these rules are not understood, and no call matches them: {Rules}")]
    private partial void LogUnread(string name, string rules);
}
