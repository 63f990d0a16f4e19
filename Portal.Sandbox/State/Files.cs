using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Portal.Sandbox.ApiGatewayV2;
using Portal.Sandbox.CloudWatch.Alarms;
using Portal.Sandbox.Traffic;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.State;

/// <summary>The kinds of files that a Region is kept in, each in a folder of its own: what is written to a file, and what becomes of one that was read.</summary>
/// <param name="Folder">Where they stand.</param>
/// <param name="Names">Those that there are; for who holds the gate.</param>
/// <param name="Writer">What is written to one; null if there is none any more.</param>
/// <param name="Load">Takes one in.</param>
internal sealed record Files(string Folder, Func<Region, IEnumerable<string>> Names, Func<Region, string, Action<Stream>?> Writer, Action<Region, string, byte[]> Load)
{
    public const string RestApis = "restapis";
    public const string Apis = "apis";
    public const string Domains = "v2-domainnames";
    public const string VpcLinks = "v2-vpclinks";
    public const string ClientCertificates = "clientcertificates";
    public const string VpcLinksV1 = "vpclinks";
    public const string AccessAssociations = "accessassociations";
    public const string Account = "account";
    public const string UsagePlans = "usageplans";
    public const string ApiKeys = "apikeys";
    public const string Usage = "usage";
    public const string WebAcls = "webacls";
    public const string Alarms = "alarms";
    public const string AlarmHistory = "alarmhistory";
    public const string Traffic = "traffic";

    public static IReadOnlyList<Files> All { get; } =
    [
        new(RestApis, region => region.Apis.Keys, (region, id) => Json(region.Find(id) is { } entry ? SavedApi.Of(entry) : null, WireJson.Default.SavedApi), (region, _, content) => region.Load(Read(content, WireJson.Default.SavedApi).ToEntry())),
        new(Apis, region => region.ApisV2.All.Keys, (region, id) => Json(region.ApisV2.Find(id), JsonV2.Default.WholeApi), (region, id, content) => region.ApisV2.Load(id, Read(content, JsonV2.Default.WholeApi))),
        new(Domains, region => region.DomainsV2.All.Keys, (region, id) => Json(region.DomainsV2.Find(id), JsonV2.Default.WholeDomain), (region, id, content) => region.DomainsV2.Load(id, Read(content, JsonV2.Default.WholeDomain))),
        new(VpcLinks, region => region.VpcLinksV2.All.Keys, (region, id) => Json(region.VpcLinksV2.Find(id), JsonV2.Default.VpcLink), (region, id, content) => region.VpcLinksV2.Load(id, Read(content, JsonV2.Default.VpcLink))),
        new(UsagePlans, region => region.UsagePlans.All.Keys, (region, id) => Json(region.UsagePlans.Find(id), WireJson.Default.UsagePlan), (region, id, content) => region.UsagePlans.Load(id, Read(content, WireJson.Default.UsagePlan))),
        new(ApiKeys, region => region.ApiKeys.All.Keys, (region, id) => Json(region.ApiKeys.Find(id), WireJson.Default.ApiKeyEntry), (region, _, content) => region.ApiKeys.Load(Read(content, WireJson.Default.ApiKeyEntry))),
        new(Usage, region => region.Usage.Names, (region, name) => Json(region.Usage.Saved(name), WireJson.Default.MapInt64Array), (region, name, content) => region.Usage.Load(name, Read(content, WireJson.Default.MapInt64Array))),
        new(WebAcls, region => region.WebAcls.All.Keys, (region, id) => Json(region.WebAcls.Find(id), WireJson.Default.WebAcl), (region, id, content) => region.WebAcls.Load(id, Read(content, WireJson.Default.WebAcl))),
        new(Alarms, region => region.Alarms.Alarms.All.Keys, (region, id) => Json(region.Alarms.Alarms.Find(id), AlarmJson.Default.Alarm), (region, id, content) => region.Alarms.Alarms.Load(id, Read(content, AlarmJson.Default.Alarm))),
        new(AlarmHistory, region => region.Alarms.Histories.All.Keys, (region, id) => Json(region.Alarms.Histories.Find(id), AlarmJson.Default.AlarmHistory), (region, id, content) => region.Alarms.Histories.Load(id, Read(content, AlarmJson.Default.AlarmHistory))),
        new(Traffic, region => region.Histories.All.Keys, (region, id) => Json(region.Histories.Find(id), TrafficJson.Default.MadeHistory), (region, id, content) => region.Histories.Load(id, Read(content, TrafficJson.Default.MadeHistory))),
        new(ClientCertificates, region => region.ClientCertificates.All.Keys, (region, id) => Json(region.ClientCertificates.Find(id), WireJson.Default.ClientCertificateEntry), (region, id, content) => region.ClientCertificates.Load(id, Read(content, WireJson.Default.ClientCertificateEntry))),
        new(VpcLinksV1, region => region.VpcLinks.All.Keys, (region, id) => Json(region.VpcLinks.Find(id), WireJson.Default.VpcLink), (region, id, content) => region.VpcLinks.Load(id, Read(content, WireJson.Default.VpcLink))),
        new(AccessAssociations, region => region.AccessAssociations.All.Keys, (region, id) => Json(region.AccessAssociations.Find(id), WireJson.Default.AccessAssociation), (region, id, content) => region.AccessAssociations.Load(id, Read(content, WireJson.Default.AccessAssociation))),
        new(Account, region => region.SettingsSet, (region, _) => Json(region.Settings, WireJson.Default.AccountSettings), (region, _, content) => region.Load(Read(content, WireJson.Default.AccountSettings))),
    ];

    public static Files? Of(string folder) => All.FirstOrDefault(kind => kind.Folder == folder);

    private static Action<Stream>? Json<T>(T? value, JsonTypeInfo<T> type) where T : class =>
        value is null ? null : stream => JsonSerializer.Serialize(stream, value, type);

    private static T Read<T>(byte[] content, JsonTypeInfo<T> type) where T : class =>
        JsonSerializer.Deserialize(content, type) ?? throw new InvalidDataException("The file is empty.");
}
