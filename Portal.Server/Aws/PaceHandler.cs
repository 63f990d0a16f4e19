using Amazon.APIGateway.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Portal.Server.Gateway;

namespace Portal.Server.Aws;

/// <summary>Asks for a turn before each call, and hears where AWS finds that there were too many.</summary>
internal sealed class PaceHandler(ICallPace pace, PacedPlace place) : PipelineHandler
{
    public override async Task<T> InvokeAsync<T>(IExecutionContext executionContext)
    {
        var context = executionContext.RequestContext;
        var operation = OperationOf(context.OriginalRequest);
        await pace.TakeAsync(place, operation, context.CancellationToken);

        try
        {
            return await base.InvokeAsync<T>(executionContext);
        }
        catch (AmazonServiceException exception) when (AwsRefusal.IsRate(exception, out var retryAfter))
        {
            pace.TooMany(place, operation, retryAfter);

            throw;
        }
    }

    /// <summary>As AWS names what it limits: an import is a creation, and one at the edge has a limit of its own.</summary>
    private static string OperationOf(AmazonWebServiceRequest request) => request switch
    {
        CreateRestApiRequest { EndpointConfiguration.Types: [not "EDGE", ..] } => "CreateRestApi",
        CreateRestApiRequest => "CreateRestApi (edge)",
        ImportRestApiRequest { Parameters: { } said } when said.GetValueOrDefault("endpointConfigurationTypes") is { } type && type is not "EDGE" => "CreateRestApi",
        ImportRestApiRequest => "CreateRestApi (edge)",
        _ => request.GetType().Name[..^"Request".Length],
    };
}
