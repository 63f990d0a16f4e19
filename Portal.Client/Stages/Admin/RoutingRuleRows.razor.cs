using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Portal.Shared.Stages;

namespace Portal.Client.Stages.Admin;

/// <summary>The rules by which a domain name chooses an API, to add, change and remove; inside an EditForm.</summary>
public sealed partial class RoutingRuleRows
{
    private const int Gap = 100;

    [CascadingParameter]
    public required EditContext Form { get; set; }

    [Parameter, EditorRequired]
    public required List<RoutingRuleDraft> Rules { get; set; }

    /// <summary>Those that can only stay.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<RoutingRuleView> Kept { get; set; }

    /// <summary>The stages of REST APIs, by the portal's ids.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyDictionary<Guid, string> Stages { get; set; }

    private IReadOnlyList<string> Faults => [.. Form.GetValidationMessages(new FieldIdentifier(Form.Model, nameof(IDomainNameTerms.RoutingRules)))];

    private IReadOnlyList<string> FaultsOf(RoutingRuleDraft rule) =>
        [.. new[] { nameof(rule.Priority), nameof(rule.Path), nameof(rule.Headers), nameof(rule.StageId), nameof(rule.StripsPath) }.SelectMany(name => Form.GetValidationMessages(new FieldIdentifier(rule, name)))];

    /// <summary>After the last.</summary>
    private void Add()
    {
        var last = Rules.Select(rule => rule.ToRule().Priority).Concat(Kept.Select(rule => rule.Priority)).DefaultIfEmpty(0).Max();
        Rules.Add(new RoutingRuleDraft { Priority = Math.Min(last + Gap, RoutingRuleValidator.LastPriority).ToString(CultureInfo.InvariantCulture) });
    }
}
