using Portal.Server.Gateway;

namespace Portal.Server.Aws;

/// <summary>Makes a call; what AWS refuses comes back as <see cref="GatewayRefusedException"/>, whatever the SDK threw.</summary>
internal static class Calls
{
    /// <summary>AWS's largest page, for every list that has pages.</summary>
    public const int PageSize = 500;

    /// <summary>The same in version 2, whose lists are asked for in words.</summary>
    public const string PageSizeV2 = "500";

    public const string NotFound = "NotFoundException";

    public static async Task<TResponse> AskAsync<TRequest, TResponse>(Func<TRequest, CancellationToken, Task<TResponse>> call, TRequest request, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await call(request, cancellationToken);

            return AnswerShape.Says(answer) ? answer : throw Empty(OperationOf<TRequest>());
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception exception) when (AwsRefusal.Of(OperationOf<TRequest>(), exception) is { } refusal)
        {
            throw refusal;
        }
    }

    /// <summary>What is gone is gone, whoever did it: somebody else, or .NET, which sends a request without a body again if the connection ends before an answer.</summary>
    public static async Task DeleteAsync<TRequest, TResponse>(Func<TRequest, CancellationToken, Task<TResponse>> call, TRequest request, CancellationToken cancellationToken)
    {
        try
        {
            await AskAsync(call, request, cancellationToken);
        }
        catch (GatewayRefusedException refused) when (refused.Code is NotFound)
        {
        }
    }

    /// <summary>All pages of a list, from the first position (null) to the last. One that comes twice, as of a proxy that keeps answers, would have no last.</summary>
    public static async Task<List<T>> AllAsync<T>(Func<string?, Task<(List<T>? Items, string? Position)>> page)
    {
        var all = new List<T>();
        var positions = new HashSet<string>(StringComparer.Ordinal);
        string? position = null;

        do
        {
            (var items, position) = await page(position);
            all.AddRange(items ?? []);

            if (!string.IsNullOrEmpty(position) && !positions.Add(position))
            {
                throw new GatewayRefusedException("List", "PagesInACircle", "The pages of a list lead back to one that was read already.", GatewayRefusal.Passing);
            }
        }
        while (!string.IsNullOrEmpty(position));

        return all;
    }

    /// <summary>What is thrown instead of a write where nobody has switched the connection to writing.</summary>
    public static GatewayRefusedException ReadOnly() =>
        new("Write", "ReadOnlyConnection", "The connection is read-only until an administrator switches it to writing.", GatewayRefusal.Denied);

    /// <summary>What is thrown instead of a write to what another tool makes and changes.</summary>
    public static GatewayRefusedException OwnedElsewhere(string operation, Ownership owner) =>
        new(operation, "OwnedElsewhere", $"It belongs to {owner.Words}: the portal does not write to it.", GatewayRefusal.Denied);

    /// <summary>It may have worked, and taken at its word it would be a list of nothing, or a thing without an id.</summary>
    private static GatewayRefusedException Empty(string operation) =>
        new(operation, "EmptyAnswer", "An answer came that says nothing, as if something between the portal and AWS had cut it.", GatewayRefusal.Unknown);

    private static string OperationOf<TRequest>() => typeof(TRequest).Name[..^"Request".Length];
}
