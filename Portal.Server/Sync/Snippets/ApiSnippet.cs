using System.Diagnostics;
using Portal.Server.Gateway;

namespace Portal.Server.Sync.Snippets;

/// <summary>What changes of an HTTP or WebSocket API, in the file of another tool: a resource for each part that is new or otherwise, and a word for each that goes.</summary>
internal static class ApiSnippet
{
    private const string HttpNote = "# Where the API has its document in the file (Body; DefinitionBody in SAM; body in Terraform), change that as the diff leaves it instead.";

    public static string CloudFormation(DefinitionSpec? before, DefinitionSpec after) => Of(
        before,
        after,
        CloudFormationResources.Of,
        "# Logical ids are examples: keep those of the template.",
        "# A stage with AutoDeploy serves it at once; another needs an AWS::ApiGatewayV2::Deployment under a new logical id.");

    public static string Terraform(DefinitionSpec? before, DefinitionSpec after) => Of(
        before,
        after,
        TerraformBlocks.Of,
        "# Names of resources are examples: keep those of the configuration.",
        "# A stage with auto_deploy serves it at once; another needs aws_apigatewayv2_deployment to be replaced (triggers).");

    private static string Of(DefinitionSpec? before, DefinitionSpec after, Func<IEnumerable<SnippetResource>, string> write, string naming, string serving)
    {
        var (resources, gone, note) = (before, after) switch
        {
            (_, HttpApiSpec http) => (HttpResources.Of(before as HttpApiSpec, http), HttpResources.Gone(before as HttpApiSpec, http), HttpNote),
            (_, WebSocketApiSpec socket) => (SocketResources.Of(before as WebSocketApiSpec, socket), SocketResources.Gone(before as WebSocketApiSpec, socket), null),
            _ => throw new UnreachableException(),
        };

        return string.Join('\n', [naming, .. note is null ? [] : new[] { note }, .. write(resources) is { Length: > 0 } text ? [text] : Array.Empty<string>(), .. gone.Select(what => $"# Remove {what}."), serving]);
    }
}
