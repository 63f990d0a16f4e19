using System.Text.RegularExpressions;
using FluentValidation;

namespace Portal.Shared.Catalog;

/// <summary>What API Gateway takes of routes of WebSocket APIs, once for forms and doors.</summary>
internal sealed class AddSocketRouteRules : AbstractValidator<RouteEdit.AddSocketRoute>
{
    public AddSocketRouteRules()
    {
        RuleFor(edit => edit.Key).Must(SocketWords.IsKey).WithMessage(SocketWords.KeyFault);
        RuleFor(edit => edit.Integration).NotNull().WithMessage("Say what the route calls.").SetValidator(new SocketIntegrationRules());
        RuleFor(edit => edit.ApiKeyRequired).Must((edit, required) => !required || edit.Key is SocketWords.Connect).WithMessage(SocketWords.KeyPlace);
        RuleFor(edit => edit.Parameters!).IsOfHandshake(edit => edit.Key);
        RuleFor(edit => edit.Messages!).SetValidator(new MessageModelsRules()).When(edit => edit.Messages is not null);
        RuleFor(edit => edit.Replies!).SetValidator(new MessageModelsRules()).When(edit => edit.Replies is not null);
    }
}

internal sealed class ChangeSocketRouteRules : AbstractValidator<RouteEdit.ChangeSocketRoute>
{
    public ChangeSocketRouteRules()
    {
        RuleFor(edit => edit.NewKey).Must(key => key is null || SocketWords.IsKey(key)).WithMessage(SocketWords.KeyFault);
        RuleFor(edit => edit.Integration!).SetValidator(new SocketIntegrationRules()).When(edit => edit.Integration is not null);
        RuleFor(edit => edit.ApiKeyRequired).Must((edit, required) => required is not true || (edit.NewKey ?? edit.Key) is SocketWords.Connect).WithMessage(SocketWords.KeyPlace);
        RuleFor(edit => edit.Parameters!).IsOfHandshake(edit => edit.NewKey ?? edit.Key);
        RuleFor(edit => edit.Messages!).SetValidator(new MessageModelsRules()).When(edit => edit.Messages is not null);
        RuleFor(edit => edit.Replies!).SetValidator(new MessageModelsRules()).When(edit => edit.Replies is not null);
    }
}

internal sealed class MessageModelsRules : AbstractValidator<MessageModels>
{
    public MessageModelsRules()
    {
        RuleFor(models => models.Selection)
            .Must(expression => expression is null or "" || SocketWords.IsSelection(expression)).WithMessage("An expression is like $request.body.kind.")
            .Must((models, expression) => expression is not (null or "") || models.Models is null || models.Models.All(model => model is null or { Key: "$default" })).WithMessage("Say which part of a message tells by which model it is made.");
        RuleFor(models => models.Models)
            .Must(models => models is not null && models.All(model => model is { Key: { Length: > 0 and <= 128 } key } && !string.IsNullOrWhiteSpace(key))).WithMessage("A model is for what the selection finds, or for $default.")
            .Must(models => models is null || models.All(model => model is null or { Key: "$default" } or { Model: { Length: > 0 } })).WithMessage("Choose a model.")
            .Must(models => models is null || models.DistinctBy(model => model?.Key).Count() == models.Count).WithMessage("Each kind of message has one model.");
    }
}

internal sealed class SetRouteSelectionRules : AbstractValidator<RouteEdit.SetRouteSelection>
{
    public SetRouteSelectionRules() => RuleFor(edit => edit.Expression).Must(SocketWords.IsSelection).WithMessage("An expression is like $request.body.action, or ${request.body.kind}/${request.body.action}.");
}

internal sealed class SocketIntegrationRules : AbstractValidator<SocketIntegrationView>
{
    public SocketIntegrationRules()
    {
        RuleFor(integration => integration.Type).IsKnown();
        RuleFor(integration => integration.Uri)
            .Must((integration, uri) => integration.Type is not (SocketIntegrationType.Http or SocketIntegrationType.HttpProxy) || SocketWords.IsUrl(uri)).WithMessage("The backend's URL is absolute, or has its base in a stage variable: https://${stageVariables.backend}/chat.")
            .Must((integration, uri) => integration.Type is not SocketIntegrationType.Lambda || SocketWords.IsFunction(uri)).WithMessage("A function is named by its ARN: arn:aws:lambda:eu-central-1:123456789012:function:name.")
            .Must((integration, uri) => integration.Type is not SocketIntegrationType.Aws || SocketWords.IsFunction(uri) || SocketWords.IsService(uri)).WithMessage("A service is named by the URI of its action, arn:aws:apigateway:eu-central-1:sqs:path/123456789012/queue, a function by its ARN.");
        RuleFor(integration => integration.Method).Must(method => method is null or "" or "GET" or "POST" or "PUT" or "PATCH" or "DELETE" or "HEAD" or "OPTIONS" or "ANY").WithMessage("A method is one of GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS, ANY.");
        RuleFor(integration => integration.VpcLink)
            .Must(link => link is null or "" || SocketWords.IsVpcLink(link)).WithMessage("A VPC link is named by its id, or by a stage variable: ${stageVariables.vpcLink}.")
            .Must((integration, link) => link is null or "" || integration.Type is SocketIntegrationType.Http or SocketIntegrationType.HttpProxy).WithMessage("A VPC link leads to HTTP backends only.");
        RuleFor(integration => integration.Role).Must(role => role is null or "" || Arns.IsRole(role)).WithMessage("A role is named by its ARN: arn:aws:iam::123456789012:role/name.");
        RuleFor(integration => integration.TimeoutMillis).Must(milliseconds => milliseconds is null or (>= 50 and <= 29_000)).WithMessage("A time-out is 50 to 29,000 ms.");
        RuleFor(integration => integration.Passthrough).Must(passthrough => passthrough is null or "" or "when_no_match" or "when_no_templates" or "never").WithMessage("One of when_no_match, when_no_templates, never.");
        RuleFor(integration => integration.ContentHandling).Must(handling => handling is null or "" or "CONVERT_TO_BINARY" or "CONVERT_TO_TEXT").WithMessage("One of CONVERT_TO_BINARY, CONVERT_TO_TEXT.");
        RuleFor(integration => integration.RequestParameters)
            .Must(mapping => mapping is not null && mapping.Keys.All(SocketWords.IsTarget)).WithMessage("What is set is integration.request.header.NAME, integration.request.querystring.NAME or integration.request.path.NAME.")
            .Must(mapping => mapping is null || mapping.Values.All(SocketWords.IsSource)).WithMessage("A value is 'a text' in quotes, or comes from route.request.header.NAME, .querystring.NAME, .body, context.NAME or stageVariables.NAME.");
        RuleFor(integration => integration.RequestTemplates).Must(templates => templates is not null && templates.Keys.All(name => name is not "")).WithMessage("A template has a name: $default, or what the selection finds.");
        RuleFor(integration => integration.Answers)
            .Must(answers => answers is not null && answers.All(answer => answer is { Parameters: not null, Templates: not null })).WithMessage("An answer is missing.")
            .Must(answers => answers is null || answers.All(answer => answer is null || SocketWords.IsPattern(answer.Pattern))).WithMessage("An answer is $default, or a regular expression between slashes that the status fits: /4\\d\\d/.")
            .Must(answers => answers is null || answers.All(answer => answer?.ContentHandling is null or "" or "CONVERT_TO_BINARY" or "CONVERT_TO_TEXT")).WithMessage("What becomes of an answer's bytes is one of CONVERT_TO_BINARY, CONVERT_TO_TEXT.")
            .Must(answers => answers is null || answers.SelectMany(answer => answer?.Parameters ?? SocketWords.NoMapping).All(mapping => SocketWords.IsAnswerTarget(mapping.Key) && SocketWords.IsAnswerSource(mapping.Value))).WithMessage("What an answer sets is method.response.header.NAME: 'a text' in quotes, integration.response.header.NAME, integration.response.body.PATH, context.NAME or stageVariables.NAME.")
            .Must(answers => answers is null || answers.Select(answer => answer?.Pattern).Distinct().Count() == answers.Count).WithMessage("Each answer is said once.");
    }
}

/// <summary>The forms of what is typed about routes of WebSocket APIs.</summary>
internal static partial class SocketWords
{
    public const string Connect = "$connect";

    public const string KeyPlace = "API Gateway asks for a key where a connection is opened: only $connect can demand one.";

    public const string KeyFault = "A route is $connect, $disconnect, $default, or what messages say: 1 to 128 characters without blanks, slashes and braces.";

    public static bool IsKey(string? key) => key is not null && Key().IsMatch(key);

    public static void IsOfHandshake<T>(this IRuleBuilder<T, IReadOnlyList<ParameterView>> rule, Func<T, string?> route) => rule
        .Must((edit, parameters) => parameters is null or [] || route(edit) is Connect).WithMessage("Messages have neither headers nor a query string: only $connect has parameters.")
        .Must(parameters => parameters is null || parameters.All(parameter => parameter is { In: "header" or "query" } && ParameterName().IsMatch(parameter.Name ?? ""))).WithMessage("A parameter stands in a header or the query; its name is made of letters, digits and : . _ $ -.");

    public static bool IsSelection(string? expression) => expression is not null && Selection().IsMatch(expression);

    public static bool IsUrl(string? uri) => uri is not null && Url().IsMatch(uri) && !Password().IsMatch(uri);

    public static bool IsFunction(string? uri) => Arns.IsFunction(uri) || Arns.IsInvocation(uri);

    public static bool IsService(string? uri) => uri is not null && Service().IsMatch(uri);

    public static bool IsVpcLink(string link) => VpcLink().IsMatch(link);

    public static bool IsTarget(string target) => Target().IsMatch(target);

    public static bool IsSource(string? source) => source is not null && Source().IsMatch(source);

    public static IReadOnlyDictionary<string, string> NoMapping { get; } = new Dictionary<string, string>();

    public static bool IsAnswerTarget(string target) => AnswerTarget().IsMatch(target);

    public static bool IsAnswerSource(string? source) => source is not null && AnswerSource().IsMatch(source);

    public static bool IsPattern(string? pattern) => pattern is "$default" || (pattern is ['/', _, .., '/'] && Patterns.IsPattern(pattern.Trim('/')));

    [GeneratedRegex(@"\A(\$(connect|disconnect|default)|[^\s/{}$][^\s/{}]{0,127})\z")]
    private static partial Regex Key();

    [GeneratedRegex(@"\A[A-Za-z0-9:._$-]+\z")]
    private static partial Regex ParameterName();

    [GeneratedRegex(@"\A(\$(request|context|stageVariables)\.[A-Za-z0-9_.\[\]-]+|[^{}\r\n$]*(\$\{(request|context|stageVariables)\.[A-Za-z0-9_.\[\]-]+\}[^{}\r\n$]*)+)\z")]
    private static partial Regex Selection();

    [GeneratedRegex(@"\Ahttps?://(\$\{stageVariables\.\w+\}|[A-Za-z0-9\[{])\S*\z", RegexOptions.IgnoreCase)]
    private static partial Regex Url();

    [GeneratedRegex(@"\Ahttps?://[^/?#]*@", RegexOptions.IgnoreCase)]
    private static partial Regex Password();

    [GeneratedRegex(@"\Aarn:aws[a-z-]*:apigateway:[a-z0-9-]+:[a-zA-Z0-9.-]+:(path|action)/\S+\z")]
    private static partial Regex Service();

    [GeneratedRegex(@"\A([A-Za-z0-9]{1,64}|\$\{stageVariables\.[A-Za-z0-9_]+\})\z")]
    private static partial Regex VpcLink();

    [GeneratedRegex(@"\Aintegration\.request\.(path|querystring|header)\.[a-zA-Z0-9:._$-]+\z")]
    private static partial Regex Target();

    [GeneratedRegex(@"\A(method|route)\.response\.header\.[a-zA-Z0-9:._$-]+\z")]
    private static partial Regex AnswerTarget();

    [GeneratedRegex(@"\A('.*'|integration\.response\.header\.[a-zA-Z0-9:._$-]+|integration\.response\.body(\..+)?|context\..+|stageVariables\..+)\z", RegexOptions.Singleline)]
    private static partial Regex AnswerSource();

    [GeneratedRegex(@"\A('.*'|route\.request\.(querystring|header)\.[a-zA-Z0-9:._$-]+|route\.request\.body(\..+)?|context\..+|stageVariables\..+)\z", RegexOptions.Singleline)]
    private static partial Regex Source();
}
