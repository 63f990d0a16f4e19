using System.Text.RegularExpressions;

namespace Portal.Server.Connections;

/// <summary>
/// What a resource in a state of Terraform's claims: the thing of API Gateway that it is, or is a part of. Whoever owns a route or an authorizer of an API would undo what the portal puts there, so the API counts as theirs.
/// </summary>
internal static partial class TerraformClaims
{
    private const string V1 = "aws_api_gateway_";
    private const string V2 = "aws_apigatewayv2_";

    public static bool Has(string type) => type.StartsWith(V1, StringComparison.Ordinal) || type.StartsWith(V2, StringComparison.Ordinal);

    /// <param name="type">The type of the resource.</param>
    /// <param name="attribute">Reads one of its attributes that is a text; null where it has none.</param>
    /// <returns>Null for what the portal leaves alone anyway, and for what has no id that AWS could have given.</returns>
    public static TerraformClaim? Of(string type, Func<string, string?> attribute)
    {
        return type switch
        {
            "aws_api_gateway_rest_api" => Thing("restapis", "id"),
            "aws_api_gateway_stage" => Stage("restapis", "rest_api_id", "stage_name"),
            "aws_api_gateway_method_settings" => Part(Stage("restapis", "rest_api_id", "stage_name")),
            // A deployment changes nothing that is there; of old ones a stage is part.
            "aws_api_gateway_deployment" => Part(Stage("restapis", "rest_api_id", "stage_name")),
            "aws_api_gateway_usage_plan" => Thing("usageplans", "id"),
            "aws_api_gateway_api_key" => Thing("apikeys", "id"),
            "aws_api_gateway_vpc_link" => Thing("vpclinks", "id"),
            "aws_api_gateway_client_certificate" => Thing("clientcertificates", "id"),
            "aws_api_gateway_account" => new TerraformClaim("account", IsWhole: true),
            "aws_api_gateway_domain_name" or "aws_apigatewayv2_domain_name" => Domain(),
            "aws_api_gateway_base_path_mapping" or "aws_apigatewayv2_api_mapping" or "aws_apigatewayv2_routing_rule" => Part(Domain()),
            "aws_api_gateway_domain_name_access_association" => Reached(),
            // The portal puts no documentation there, and takes no key out of a plan but its own.
            "aws_api_gateway_documentation_part" or "aws_api_gateway_documentation_version" or "aws_api_gateway_usage_plan_key" => null,
            "aws_apigatewayv2_api" => Thing("apis", "id"),
            "aws_apigatewayv2_stage" => Stage("apis", "api_id", "name"),
            "aws_apigatewayv2_deployment" => null,
            "aws_apigatewayv2_vpc_link" => Thing("v2/vpclinks", "id"),
            _ when type.StartsWith(V1, StringComparison.Ordinal) => Part(Thing("restapis", "rest_api_id")),
            _ when type.StartsWith(V2, StringComparison.Ordinal) => Part(Thing("apis", "api_id")),
            _ => null,
        };

        TerraformClaim? Thing(string folder, string name) => attribute(name) is { } id && Id().IsMatch(id) ? new TerraformClaim($"{folder}/{id}", IsWhole: true) : null;

        TerraformClaim? Stage(string folder, string api, string name) =>
            Thing(folder, api) is { } of && attribute(name) is { } stage && StageName().IsMatch(stage) ? new TerraformClaim($"{of.Path}/stages/{stage}", IsWhole: true) : null;

        // A private one is told from others of the same name by its id.
        TerraformClaim? Domain() => attribute("domain_name") is { } name && DomainName().IsMatch(name)
            ? new TerraformClaim($"domainnames/{name}{(attribute("domain_name_id") is { } id && Id().IsMatch(id) ? $"+{id}" : "")}", IsWhole: true)
            : null;

        TerraformClaim? Reached() => attribute("domain_name_arn")?.Split("/domainnames/") is [_, var name] && PrivateName().IsMatch(name) ? new TerraformClaim($"domainnames/{name}", IsWhole: false) : null;
    }

    private static TerraformClaim? Part(TerraformClaim? whole) => whole is null ? null : whole with { IsWhole = false };

    [GeneratedRegex(@"^[A-Za-z0-9]{1,64}\z")]
    private static partial Regex Id();

    [GeneratedRegex(@"^([A-Za-z0-9_-]{1,128}|\$default)\z")]
    private static partial Regex StageName();

    [GeneratedRegex(@"^[A-Za-z0-9.*-]{1,200}\z")]
    private static partial Regex DomainName();

    [GeneratedRegex(@"^[A-Za-z0-9.-]{1,200}\+[A-Za-z0-9]{1,64}\z")]
    private static partial Regex PrivateName();
}

/// <param name="Path">AWS's path to the thing, as marks name it.</param>
/// <param name="IsWhole">Whether the resource is the thing; else it is a part of it.</param>
internal sealed record TerraformClaim(string Path, bool IsWhole);
