using Microsoft.AspNetCore.Components;
using Portal.Shared.Catalog;

namespace Portal.Client.Catalog.Admin;

/// <summary>What else can be said of an integration; inside an EditForm.</summary>
public sealed partial class IntegrationOptionsFields
{
    internal static readonly string[] Passthroughs = ["", "when_no_match", "when_no_templates", "never"];

    internal static readonly string[] Handlings = ["", "CONVERT_TO_BINARY", "CONVERT_TO_TEXT"];

    [Parameter, EditorRequired]
    public required IntegrationOptionsDraft Draft { get; set; }

    [Parameter, EditorRequired]
    public required IntegrationKind Kind { get; set; }

    /// <summary>An HTTP API has less of it, and mappings of another kind.</summary>
    [Parameter]
    public Protocol Protocol { get; set; } = Protocol.Rest;

    internal static string PassthroughWord(string word) => word switch
    {
        "when_no_match" => "the call goes on as it is",
        "when_no_templates" => "it goes on only if there is no template at all",
        "never" => "it is refused with 415",
        _ => "as API Gateway does it",
    };

    internal static string HandlingWord(string word) => word switch
    {
        "CONVERT_TO_BINARY" => "are decoded from Base64",
        "CONVERT_TO_TEXT" => "are encoded as Base64",
        _ => "go on as they are",
    };
}
