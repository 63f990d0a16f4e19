using System.Text.RegularExpressions;
using FluentValidation;

namespace Portal.Shared.Catalog;

internal sealed partial class SetGatewayResponseRules : AbstractValidator<RouteEdit.SetGatewayResponse>
{
    public SetGatewayResponseRules()
    {
        RuleFor(edit => edit.Status).Must(status => status is null || Status().IsMatch(status)).WithMessage("A status is a number from 100 to 599.");
        RuleFor(edit => edit.Headers)
            .Must(headers => headers is null || headers.Keys.All(name => Header().IsMatch(name))).WithMessage("A header's name has letters, digits and . _ $ - only.")
            .Must(headers => headers is null || headers.Values.All(value => value is not null && Source().IsMatch(value)))
            .WithMessage("A header's value is 'a text' in quotes, or comes from method.request.header.NAME, method.request.querystring.NAME, method.request.path.NAME, context.NAME or stageVariables.NAME.");
        RuleFor(edit => edit.Templates)
            .Must(templates => templates is null || templates.Keys.All(type => MediaType().IsMatch(type))).WithMessage("A content type is like application/json.")
            .Must(templates => templates is null || templates.Values.All(text => !string.IsNullOrEmpty(text))).WithMessage("'Invalid null or empty value in responseTemplates': say what is answered, or take the content type away.");
    }

    [GeneratedRegex(@"\A[1-5][0-9][0-9]\z")]
    private static partial Regex Status();

    [GeneratedRegex(@"\A[A-Za-z0-9._$-]+\z")]
    private static partial Regex Header();

    [GeneratedRegex(@"\A('[^'\r\n]*'|method\.request\.(header|querystring|path)\.[A-Za-z0-9._$-]+|(context|stageVariables)\.[A-Za-z0-9._]+)\z")]
    private static partial Regex Source();

    [GeneratedRegex(@"\A[A-Za-z0-9.+_-]+/[A-Za-z0-9.+_-]+\z")]
    private static partial Regex MediaType();
}
