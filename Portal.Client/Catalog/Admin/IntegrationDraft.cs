using System.Diagnostics;
using System.Globalization;
using Portal.Shared.Catalog;

namespace Portal.Client.Catalog.Admin;

/// <summary>What is typed about an integration, of any kind: changing the kind and back loses nothing.</summary>
public sealed class IntegrationDraft
{
    public IntegrationKind Kind { get; set; }

    public string? Status { get; set; } = "200";

    public string? ContentType { get; set; } = "application/json";

    public string? Body { get; set; } = "";

    /// <summary>Of the call to the backend.</summary>
    public string Method { get; set; } = "GET";

    public string? Url { get; set; } = "";

    public string? FunctionArn { get; set; } = "";

    public string? Role { get; set; } = "";

    public static IntegrationDraft Of(IntegrationView integration) => integration switch
    {
        IntegrationView.Default => new() { Kind = IntegrationKind.Default },
        IntegrationView.Mock mock => new() { Kind = IntegrationKind.Mock, Status = Text(mock.Status), ContentType = mock.ContentType, Body = mock.Body },
        IntegrationView.Http http => new() { Kind = IntegrationKind.Http, Method = http.Method, Url = http.Url },
        IntegrationView.HttpProxy proxy => new() { Kind = IntegrationKind.HttpProxy, Method = proxy.Method, Url = proxy.Url },
        IntegrationView.Lambda lambda => new() { Kind = IntegrationKind.Lambda, FunctionArn = lambda.FunctionArn, Role = lambda.Role ?? "" },
        IntegrationView.Other => new() { Kind = IntegrationKind.Kept },
        _ => throw new UnreachableException(),
    };

    public static IntegrationDraft Of(DefaultIntegrationView? integration) => integration switch
    {
        null => new() { Kind = IntegrationKind.Mock },
        DefaultIntegrationView.Mock mock => new() { Kind = IntegrationKind.Mock, Status = Text(mock.Status), ContentType = mock.ContentType, Body = mock.Body },
        DefaultIntegrationView.HttpProxy proxy => new() { Kind = IntegrationKind.HttpProxy, Url = proxy.BaseUrl },
        DefaultIntegrationView.Lambda lambda => new() { Kind = IntegrationKind.Lambda, FunctionArn = lambda.FunctionArn, Role = lambda.Role ?? "" },
        _ => throw new UnreachableException(),
    };

    /// <summary>Null for what is kept.</summary>
    public IntegrationView? ToView() => Kind switch
    {
        IntegrationKind.Default => new IntegrationView.Default(),
        IntegrationKind.Mock => new IntegrationView.Mock { Status = Number(Status), ContentType = ContentType?.Trim() ?? "", Body = Body ?? "" },
        IntegrationKind.Http => new IntegrationView.Http { Method = Method, Url = Url?.Trim() ?? "" },
        IntegrationKind.HttpProxy => new IntegrationView.HttpProxy { Method = Method, Url = Url?.Trim() ?? "" },
        IntegrationKind.Lambda => new IntegrationView.Lambda { FunctionArn = FunctionArn?.Trim() ?? "", Role = RoleOrNull },
        IntegrationKind.Kept => null,
        _ => throw new UnreachableException(),
    };

    public DefaultIntegrationView ToDefault() => Kind switch
    {
        IntegrationKind.Mock => new DefaultIntegrationView.Mock { Status = Number(Status), ContentType = ContentType?.Trim() ?? "", Body = Body ?? "" },
        IntegrationKind.HttpProxy => new DefaultIntegrationView.HttpProxy { BaseUrl = Url?.Trim() ?? "" },
        IntegrationKind.Lambda => new DefaultIntegrationView.Lambda { FunctionArn = FunctionArn?.Trim() ?? "", Role = RoleOrNull },
        _ => throw new UnreachableException(),
    };

    private string? RoleOrNull => Role?.Trim() is { Length: > 0 } role ? role : null;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    // What is no number is refused as status 0 is.
    private static int Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
