using Portal.Sandbox.ApiGateway.Resources;
using Portal.Sandbox.ApiGateway.RestApis;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.ApiGateway.OpenApi;

/// <summary>APIs from documents.</summary>
internal static class ImportOperations
{
    private const int LargestDocument = 6 * 1024 * 1024;

    public static IReadOnlyList<Operation> All { get; } =
    [
        new(Gateway.Service, "ImportRestApi", "POST", "/restapis?mode=import", Import),
        new(Gateway.Service, "PutRestApi", "PUT", "/restapis/{restapi_id}", Put),
    ];

    private static Answer Import(Call call)
    {
        var root = Resource.Root();
        var api = new RestApi
        {
            Id = Ids.Long(),
            Name = "",
            CreatedDate = call.Now,
            ApiKeySource = RestApi.KeyInHeader,
            EndpointConfiguration = call.Query["endpointConfigurationTypes"].ToString() switch
            {
                "" => EndpointConfiguration.Edge,
                ("EDGE" or "REGIONAL" or "PRIVATE") and var type => EndpointConfiguration.Of(type),
                _ => throw AwsError.BadRequest("Invalid EndpointTypes specified. Valid options are REGIONAL,EDGE,PRIVATE"),
            },
            DisableExecuteApiEndpoint = false,
            RootResourceId = root.Id,
        };
        RestApiRules.CheckRoom(call.Region, api.EndpointConfiguration);
        var imported = Options(call, overwrite: true).Apply(Document(call), new() { Api = api, Definition = ApiDefinition.Of(root) });
        call.Region.Put(imported with { Api = imported.Api with { Warnings = null } });
        return Answer.Created(imported.Api, WireJson.Default.RestApi);
    }

    private static Answer Put(Call call)
    {
        var entry = call.Region.Api(call["restapi_id"]);
        var imported = Options(call, Overwrites(call)).Apply(Document(call), entry);
        call.Region.Put(imported with { Api = imported.Api with { Warnings = null } });
        return Answer.Ok(imported.Api, WireJson.Default.RestApi);
    }

    public static bool Overwrites(Call call) => call.Query["mode"].ToString() switch
    {
        "" or "merge" => false,
        "overwrite" => true,
        var mode => throw AwsError.Validation([AwsError.NotInEnum(mode, "mode", "overwrite, merge")]),
    };

    public static bool FailsOnWarnings(Call call) => call.Query["failonwarnings"].ToString().Equals("true", StringComparison.OrdinalIgnoreCase);

    private static ApiImport Options(Call call, bool overwrite) => new()
    {
        Overwrite = overwrite,
        FailOnWarnings = FailsOnWarnings(call),
        IgnoresDocumentation = call.Query["ignore"].Any(value => value?.Split(',').Contains("documentation", StringComparer.Ordinal) is true),
        BasePath = call.Query["basepath"].ToString() is ("prepend" or "split") and var handling ? handling : "ignore",
        Account = call.Region.Account,
        Region = call.Region.Name,
    };

    public static OpenApiDocument Document(Call call) => call.Content.Length <= LargestDocument
        ? OpenApiDocument.Parse(call.Content, call.Region.Account, call.Region.Name)
        : throw new AwsError(413, "RequestEntityTooLargeException", $"HTTP content length exceeded {LargestDocument} bytes");
}
