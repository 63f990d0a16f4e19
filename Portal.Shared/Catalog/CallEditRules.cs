using System.Text.RegularExpressions;
using FluentValidation;

namespace Portal.Shared.Catalog;

internal sealed class AllowBrowsersRules : AbstractValidator<RouteEdit.AllowBrowsers>
{
    public AllowBrowsersRules()
    {
        RuleFor(edit => edit.Paths).Must(paths => paths is { Count: > 0 }).WithMessage("Choose one path at least.");
        RuleFor(edit => edit.Cors).NotNull().WithMessage("Say what browsers may send.").SetValidator(new CorsRules());
    }
}

internal sealed class ForbidBrowsersRules : AbstractValidator<RouteEdit.ForbidBrowsers>
{
    public ForbidBrowsersRules() => RuleFor(edit => edit.Paths).Must(paths => paths is { Count: > 0 }).WithMessage("Choose one path at least.");
}

internal sealed partial class CorsRules : AbstractValidator<CorsView>
{
    public CorsRules()
    {
        RuleFor(cors => cors.AllowOrigins)
            .Must(origins => origins is { Count: > 0 and <= 50 } && origins.All(origin => origin is not null && Origin().IsMatch(origin))).WithMessage("An origin is * or like https://example.com; name 1 to 50.")
            .Must(origins => origins is null or [_] || (!origins.Contains("*") && origins.Distinct().Count() == origins.Count)).WithMessage("* is for all origins: name none besides, and each once.")
            .Must((cors, origins) => !(cors.AllowCredentials && origins is ["*"])).WithMessage("With credentials, browsers take no *: name the origin.");
        RuleFor(cors => cors.AllowMethods).Must(methods => methods is not null && methods.All(method => method is not null && Token().IsMatch(method))).WithMessage("A method is a word like GET.");
        RuleFor(cors => cors.AllowHeaders).Must(headers => headers is not null && headers.All(header => header is not null && Token().IsMatch(header))).WithMessage("A header's name is a word like Content-Type.");
        RuleFor(cors => cors.MaxAge).Must(seconds => seconds is null or (>= 0 and <= 86_400)).WithMessage("A browser remembers a preflight for 0 to 86,400 seconds.");
    }

    [GeneratedRegex(@"\A(\*|null|https?://[A-Za-z0-9.:\[\]-]+)\z")]
    private static partial Regex Origin();

    [GeneratedRegex(@"\A(\*|[A-Za-z0-9!#$%&*+.^_`|~-]+)\z")]
    private static partial Regex Token();
}

internal sealed partial class SetIntegrationOptionsRules : AbstractValidator<RouteEdit.SetIntegrationOptions>
{
    public SetIntegrationOptionsRules()
    {
        RuleFor(edit => edit.VpcLink).Must(link => link is null or "" || VpcLink().IsMatch(link)).WithMessage("A VPC link is named by its id, or by a stage variable: ${stageVariables.vpcLink}.");
        RuleFor(edit => edit.IntegrationTarget).Must(target => target is null or "" || LoadBalancers.IsArn(target)).WithMessage("A load balancer is named by its ARN: arn:aws:elasticloadbalancing:REGION:ACCOUNT:loadbalancer/app/NAME/ID.");
        RuleFor(edit => edit.TimeoutMillis).Must(milliseconds => milliseconds is null or 0 or (>= 50 and <= 300_000)).WithMessage("A time-out is 50 to 29,000 ms, and up to 300,000 with a raised quota.");
        RuleFor(edit => edit.Passthrough).Must(passthrough => passthrough is null or "" or "when_no_match" or "when_no_templates" or "never").WithMessage("One of when_no_match, when_no_templates, never.");
        RuleFor(edit => edit.ContentHandling).Must(handling => handling is null or "" or "CONVERT_TO_BINARY" or "CONVERT_TO_TEXT").WithMessage("One of CONVERT_TO_BINARY, CONVERT_TO_TEXT.");
        RuleFor(edit => edit.RequestParameters)
            .Must(mapping => mapping is null || mapping.Keys.All(target => Target().IsMatch(target))).WithMessage("What is set is integration.request.header.NAME, integration.request.querystring.NAME or integration.request.path.NAME.")
            .Must(mapping => mapping is null || mapping.Values.All(source => source is not null && Source().IsMatch(source)))
            .WithMessage("A value is 'a text' in quotes, or comes from method.request.header.NAME, .querystring.NAME, .path.NAME, .body, context.NAME or stageVariables.NAME.");
        RuleFor(edit => edit.RequestTemplates).Must(templates => templates is null || templates.Keys.All(type => MediaType().IsMatch(type))).WithMessage("A content type is like application/json.");
        RuleFor(edit => edit.CacheKeys).Must(keys => keys is null || (keys.All(key => key is not null && CacheKey().IsMatch(key)) && keys.Distinct().Count() == keys.Count)).WithMessage("A cache key is a parameter of the route, each once: method.request.header.NAME, .querystring.NAME or .path.NAME.");
        RuleFor(edit => edit.Answers)
            .Must(answers => answers is null || answers.All(answer => answer is { Headers: not null, Templates: not null })).WithMessage("An answer is missing.")
            .Must(answers => answers is null || answers.All(answer => answer is null || Patterns.IsPattern(answer.Pattern))).WithMessage("An answer is for default, or for a regular expression that the backend's status fits: 4\\d{2}.")
            .Must(answers => answers is null || answers.All(answer => answer is null || Status().IsMatch(answer.Status ?? ""))).WithMessage("A status is 100 to 599.")
            .Must(answers => answers is null || (answers.DistinctBy(answer => answer?.Pattern).Count() == answers.Count && answers.DistinctBy(answer => answer?.Status).Count() == answers.Count)).WithMessage("API Gateway keeps one answer for a status: join the patterns with | in one.")
            .Must(answers => answers is null || answers.All(answer => answer?.ContentHandling is null or "" or "CONVERT_TO_BINARY" or "CONVERT_TO_TEXT")).WithMessage("What becomes of an answer's body is one of CONVERT_TO_BINARY, CONVERT_TO_TEXT.")
            .Must(answers => answers is null || answers.All(answer => answer?.Headers is not { } headers || headers.All(header => HeaderName().IsMatch(header.Key) && header.Value is not null && Answer().IsMatch(header.Value))))
            .WithMessage("A header's value is 'a text' in quotes, or comes from integration.response.header.NAME, integration.response.body.PATH, context.NAME or stageVariables.NAME.")
            .Must(answers => answers is null || answers.All(answer => answer?.Templates is not { } templates || templates.Keys.All(type => MediaType().IsMatch(type)))).WithMessage("A template is for a content type like application/json.");
    }

    [GeneratedRegex(@"\A(method|integration)\.request\.(path|querystring|header|multivaluequerystring|multivalueheader)\.[a-zA-Z0-9:._$-]+\z")]
    private static partial Regex CacheKey();

    [GeneratedRegex(@"\A[1-5][0-9][0-9]\z")]
    private static partial Regex Status();

    [GeneratedRegex(@"\A[A-Za-z0-9!#$%&*+.^_`|~-]+\z")]
    private static partial Regex HeaderName();

    [GeneratedRegex(@"\A('.*'|integration\.response\.(header|multivalueheader)\.[a-zA-Z0-9:._$-]+|integration\.response\.body(\..+)?|context\..+|stageVariables\..+)\z", RegexOptions.Singleline)]
    private static partial Regex Answer();

    [GeneratedRegex(@"\A([A-Za-z0-9]{1,64}|\$\{stageVariables\.[A-Za-z0-9_]+\})\z")]
    private static partial Regex VpcLink();

    [GeneratedRegex(@"\Aintegration\.request\.(path|querystring|header|multivaluequerystring|multivalueheader)\.[a-zA-Z0-9:._$-]+\z")]
    private static partial Regex Target();

    [GeneratedRegex(@"\A('.*'|method\.request\.(path|querystring|header|multivaluequerystring|multivalueheader)\.[a-zA-Z0-9:._$-]+|method\.request\.body(\..+)?|context\..+|stageVariables\..+)\z", RegexOptions.Singleline)]
    private static partial Regex Source();

    [GeneratedRegex(@"\A[A-Za-z0-9.+_-]+/[A-Za-z0-9.+*_-]+\z")]
    private static partial Regex MediaType();
}

internal sealed class SetHttpCorsRules : AbstractValidator<RouteEdit.SetHttpCors>
{
    public SetHttpCorsRules() => RuleFor(edit => edit.Cors!).SetValidator(new HttpCorsRules()).When(edit => edit.Cors is not null);
}

internal sealed class SetPolicyRules : AbstractValidator<RouteEdit.SetPolicy>
{
    public SetPolicyRules() => RuleFor(edit => edit.Policy).Custom((policy, context) =>
    {
        if (policy is not null && PolicyRules.FaultOf(policy) is { } fault)
        {
            context.AddFailure(fault);
        }
    });
}
