using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Portal.Sandbox.Admin;
using Portal.Sandbox.ApiGateway;
using Portal.Sandbox.ApiGateway.Accounts;
using Portal.Sandbox.ApiGateway.ApiKeys;
using Portal.Sandbox.ApiGateway.Authorizers;
using Portal.Sandbox.ApiGateway.ClientCertificates;
using Portal.Sandbox.ApiGateway.Deployments;
using Portal.Sandbox.ApiGateway.Documentation;
using Portal.Sandbox.ApiGateway.DomainNames;
using Portal.Sandbox.ApiGateway.GatewayResponses;
using Portal.Sandbox.ApiGateway.Methods;
using Portal.Sandbox.ApiGateway.Models;
using Portal.Sandbox.ApiGateway.RequestValidators;
using Portal.Sandbox.ApiGateway.Resources;
using Portal.Sandbox.ApiGateway.RestApis;
using Portal.Sandbox.ApiGateway.Stages;
using Portal.Sandbox.ApiGateway.Tags;
using Portal.Sandbox.ApiGateway.UsagePlans;
using Portal.Sandbox.ApiGateway.VpcLinks;
using Portal.Sandbox.State;
using Portal.Sandbox.Waf;

namespace Portal.Sandbox.Wire;

/// <summary>The shapes of API Gateway v1: camel case, absent rather than null, seconds since 1970.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    Converters = [typeof(EpochSeconds)])]
[JsonSerializable(typeof(JsonObject))]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(Page<RestApi>))]
[JsonSerializable(typeof(Page<ShownResource>))]
[JsonSerializable(typeof(Map<Unseen>))]
[JsonSerializable(typeof(Unseen))]
[JsonSerializable(typeof(MethodSetting))]
[JsonSerializable(typeof(Map<MethodSnapshot>))]
[JsonSerializable(typeof(Resource))]
[JsonSerializable(typeof(Method))]
[JsonSerializable(typeof(MethodResponse))]
[JsonSerializable(typeof(Integration))]
[JsonSerializable(typeof(IntegrationResponse))]
[JsonSerializable(typeof(Page<Model>))]
[JsonSerializable(typeof(ModelTemplateText))]
[JsonSerializable(typeof(Page<RequestValidator>))]
[JsonSerializable(typeof(Page<Authorizer>))]
[JsonSerializable(typeof(Page<GatewayResponse>))]
[JsonSerializable(typeof(Page<ShownDeployment>))]
[JsonSerializable(typeof(Page<DocumentationPart>))]
[JsonSerializable(typeof(DocumentationPartIds))]
[JsonSerializable(typeof(Page<DocumentationVersion>))]
[JsonSerializable(typeof(Map<DocumentationPart>))]
[JsonSerializable(typeof(Map<FrozenDocumentation>))]
[JsonSerializable(typeof(FrozenDocumentation))]
[JsonSerializable(typeof(StageList))]
[JsonSerializable(typeof(TagList))]
[JsonSerializable(typeof(Account))]
[JsonSerializable(typeof(AccountSettings))]
[JsonSerializable(typeof(Page<ClientCertificate>))]
[JsonSerializable(typeof(ClientCertificateEntry))]
[JsonSerializable(typeof(Page<VpcLink>))]
[JsonSerializable(typeof(Page<DomainName>))]
[JsonSerializable(typeof(Page<BasePathMapping>))]
[JsonSerializable(typeof(Page<AccessAssociation>))]
[JsonSerializable(typeof(ApiKeyIds))]
[JsonSerializable(typeof(Page<ApiKey>))]
[JsonSerializable(typeof(ApiKeyEntry))]
[JsonSerializable(typeof(Page<UsagePlan>))]
[JsonSerializable(typeof(Page<UsagePlanKey>))]
[JsonSerializable(typeof(Usage))]
[JsonSerializable(typeof(Map<ThrottleSettings>))]
[JsonSerializable(typeof(ThrottleSettings))]
[JsonSerializable(typeof(Map<IReadOnlyList<IReadOnlyList<long>>>))]
[JsonSerializable(typeof(IReadOnlyList<IReadOnlyList<long>>))]
[JsonSerializable(typeof(Map<long[]>))]
[JsonSerializable(typeof(long[]))]
[JsonSerializable(typeof(SavedApi))]
[JsonSerializable(typeof(Holdings))]
[JsonSerializable(typeof(CallList))]
[JsonSerializable(typeof(FaultRule))]
[JsonSerializable(typeof(IReadOnlyList<FaultRule>))]
[JsonSerializable(typeof(Map<string>))]
[JsonSerializable(typeof(Map<bool>))]
[JsonSerializable(typeof(Map<Method>))]
[JsonSerializable(typeof(Map<MethodResponse>))]
[JsonSerializable(typeof(Map<IntegrationResponse>))]
[JsonSerializable(typeof(Map<MethodSetting>))]
[JsonSerializable(typeof(Map<Map<MethodSnapshot>>))]
[JsonSerializable(typeof(MethodSnapshot))]
[JsonSerializable(typeof(WebAcl))]
internal sealed partial class WireJson : JsonSerializerContext;
