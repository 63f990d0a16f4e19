using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Portal.Server.Catalog.Documents;

/// <summary>The integration of the operations that have none of their own.</summary>
internal sealed partial class ProjectionDefault(ProjectionSource source)
{
    private readonly bool _isThere = source.Root[DefaultIntegration.Member] is not null;

    private readonly DefaultIntegration? _default = DefaultIntegration.Of(source.Root) switch
    {
        DefaultIntegration.LambdaProxy lambda when !FunctionArn().IsMatch(lambda.FunctionArn) => null,
        var known => known,
    };

    public JsonObject? For(ProjectionMethod method)
    {
        if (_default is null)
        {
            method.Find(_isThere ? LintIntegrationRules.Default : LintIntegrationRules.Missing, "");
            return null;
        }

        // The path's variables are mapped where the address is read; what else is to be passed on, a proxy passes on.
        return IntegrationJson.Write(_default.For(new RouteName(method.Operation.Route.Method, method.Operation.SourcePath)), [], method.Responses.Keys);
    }

    [GeneratedRegex(@"^arn:aws[a-z-]*:lambda:[a-z0-9-]+:[0-9]{12}:function:\S+\z")]
    private static partial Regex FunctionArn();
}
