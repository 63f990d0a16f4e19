using FsCheck;
using FsCheck.Fluent;
using Portal.Server.Gateway;
using Given = Portal.Tests.Gateway.Given;

namespace Portal.Tests.Sync;

/// <summary>Random gateways out of few names, so that two of them often have the same things in other forms.</summary>
internal static class AnyGateway
{
    public static Arbitrary<(GatewayState One, GatewayState Other)> Pairs => States.Two().Select(pair => (pair.Item1, pair.Item2)).ToArbitrary();

    private static Gen<GatewayState> States =>
        from apis in Gen.SubListOf("shop", "bank").SelectMany(ids => Gen.CollectToList(ids, Apis))
        from parts in Gen.CollectToList(apis, Parts)
        select new GatewayState([.. apis, .. parts.SelectMany(part => part)]);

    private static Gen<RestApiSpec> Apis(string id) =>
        from description in Gen.Elements(null, "old", "new")
        from policy in Gen.Elements(null, """{"Version":"2012-10-17"}""", "{not json}")
        from types in Gen.SubListOf("image/png", "image/gif")
        from routes in Gen.SubListOf("GET /pets", "POST /pets", "GET /pets/{petId}", "GET /a~b")
        from methods in Gen.CollectToList(routes, _ => Methods)
        select Given.RestApi(id, [.. routes.Zip(methods)]) with { Description = description, Policy = policy, BinaryMediaTypes = [.. types] };

    private static Gen<MethodSpec> Methods =>
        from key in Gen.Elements(true, false)
        from uri in Gen.Elements(null, "https://a.example", "https://b.example")
        let method = Given.MockMethod()
        select method with { ApiKeyRequired = key, Integration = method.Integration! with { Uri = uri } };

    private static Gen<List<Spec>> Parts(RestApiSpec api) =>
        from stages in Gen.SubListOf("dev", "prod")
        from backend in Gen.Elements("a.example", "b.example")
        from deployed in Gen.Elements(true, false)
        select (List<Spec>)[.. deployed ? [DeploymentSpec.Of(api)] : Array.Empty<Spec>(), .. stages.Select(stage => Given.Stage($"{api.Id}-{stage}", api) with { Variables = new([new("backend", backend)]) })];
}
