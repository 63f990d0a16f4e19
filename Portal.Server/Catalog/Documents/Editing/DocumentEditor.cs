using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Portal.Server.Catalog.Documents.Editing;

/// <summary>
/// Edits a document: first its tree, then the text where the tree has changed, so that every byte outside stays. The new text is read again and must say what the tree says;
/// so an edit that would reach further than meant, because of an anchor that other places share, is refused and not made.
/// </summary>
internal static class DocumentEditor
{
    public static EditOutcome Apply(SourceDocument document, params IEnumerable<DocumentEdit> edits)
    {
        var draft = new Draft((JsonObject)document.Root.DeepClone(), document.Version);

        try
        {
            foreach (var edit in edits)
            {
                Apply(draft, edit);
            }

            var text = TextRewrite.Of(document, draft.Root);

            return text == document.Text ? new EditOutcome.Edited(document) : Checked(text, draft);
        }
        catch (EditRefusedException refused)
        {
            return new EditOutcome.Refused(refused.Message);
        }
    }

    private static EditOutcome Checked(string text, Draft draft) => SourceDocument.Read(text) switch
    {
        ReadOutcome.Read read when JsonNode.DeepEquals(read.Document.Root, draft.Root) => new EditOutcome.Edited(read.Document),
        ReadOutcome.Read => new EditOutcome.Refused("This place shares its text with another by an anchor, so that both would change; edit the document's text."),
        ReadOutcome.Unreadable unreadable => new EditOutcome.Refused($"The document could not be read any more: {unreadable.Sentence}"),
        _ => throw new UnreachableException(),
    };

    private static void Apply(Draft draft, DocumentEdit edit)
    {
        switch (edit)
        {
            case DocumentEdit.AddRoute add:
                RouteEdits.Add(draft, add);
                break;

            case DocumentEdit.ChangeRoute change:
                RouteEdits.Change(draft, change);
                break;

            case DocumentEdit.RemoveRoute remove:
                RouteEdits.Remove(draft, remove.Route);
                break;

            case DocumentEdit.SetDefaultIntegration set:
                SetDefault(draft, set.Integration);
                break;

            case DocumentEdit.LeaveOut leave:
                SetLeftOut(draft, leave.Routes, true);
                break;

            case DocumentEdit.TakeBack take:
                SetLeftOut(draft, take.Routes, false);
                break;

            case DocumentEdit.SettleSecurity settle:
                Settle(draft, settle);
                break;

            case DocumentEdit.SetTitle set:
                SetInfo(draft, "title", set.Title);
                break;

            case DocumentEdit.SetVersion set:
                SetInfo(draft, "version", set.Version);
                break;

            case DocumentEdit.AddAuthorizer add:
                AuthorizerEdits.Add(draft, add);
                break;

            case DocumentEdit.ChangeAuthorizer change:
                AuthorizerEdits.Change(draft, change);
                break;

            case DocumentEdit.RemoveAuthorizer remove:
                AuthorizerEdits.Remove(draft, remove.Name);
                break;

            case DocumentEdit.SetGuard set:
                GuardEdits.Set(draft, set);
                break;

            case DocumentEdit.SetDefaultGuard set:
                GuardEdits.SetDefault(draft, set);
                break;

            default:
                ApplyToParts(draft, edit);
                break;
        }
    }

    /// <summary>What a document declares by name, beside its routes.</summary>
    private static void ApplyToParts(Draft draft, DocumentEdit edit)
    {
        switch (edit)
        {
            case DocumentEdit.AddValidator add:
                ValidatorEdits.Add(draft, add);
                break;

            case DocumentEdit.ChangeValidator change:
                ValidatorEdits.Change(draft, change);
                break;

            case DocumentEdit.RemoveValidator remove:
                ValidatorEdits.Remove(draft, remove.Name);
                break;

            case DocumentEdit.SetValidator set:
                ValidatorEdits.Set(draft, set);
                break;

            case DocumentEdit.SetDefaultValidator set:
                ValidatorEdits.SetDefault(draft, set.Validator);
                break;

            case DocumentEdit.AddModel add:
                ModelEdits.Add(draft, add);
                break;

            case DocumentEdit.ChangeModel change:
                ModelEdits.Change(draft, change);
                break;

            case DocumentEdit.RemoveModel remove:
                ModelEdits.Remove(draft, remove.Name);
                break;

            case DocumentEdit.SetModels set:
                BodyEdits.Set(draft, set);
                break;

            case DocumentEdit.SetGatewayResponse set:
                GatewayResponseEdits.Set(draft, set);
                break;

            case DocumentEdit.RemoveGatewayResponse remove:
                GatewayResponseEdits.Remove(draft, remove.Type);
                break;

            case DocumentEdit.AllowBrowsers allow:
                BrowserEdits.Allow(draft, allow);
                break;

            case DocumentEdit.ForbidBrowsers forbid:
                BrowserEdits.Forbid(draft, forbid);
                break;

            case DocumentEdit.SetIntegrationOptions set:
                IntegrationOptionEdits.Set(draft, set);
                break;

            case DocumentEdit.SetHttpCors set:
                HttpCorsEdits.Set(draft, set.Cors);
                break;

            case DocumentEdit.SetPolicy set:
                PolicyEdits.Set(draft, set.Policy);
                break;

            default:
                throw new UnreachableException();
        }
    }

    private static void SetDefault(Draft draft, DefaultIntegration? integration)
    {
        if (integration is null)
        {
            draft.Root.Remove(DefaultIntegration.Member);
            return;
        }

        IntegrationFaults.Check(integration);
        draft.Root[DefaultIntegration.Member] = integration.ToJson();
    }

    private static void SetLeftOut(Draft draft, IReadOnlyList<RouteName> routes, bool isLeftOut)
    {
        foreach (var route in routes)
        {
            var operation = draft.Operation(route);

            if (isLeftOut)
            {
                operation[Route.LeaveOutMember] = true;
            }
            else
            {
                operation.Remove(Route.LeaveOutMember);
            }
        }
    }

    private static void Settle(Draft draft, DocumentEdit.SettleSecurity edit)
    {
        if (ApiKeySchemes.SchemesOf(draft.Root, draft.Version).Member(edit.Scheme) is not { } scheme)
        {
            throw new EditRefusedException($"The document declares no security scheme '{edit.Scheme}'.");
        }

        if (scheme.ContainsKey("$ref"))
        {
            throw new EditRefusedException($"The security scheme '{edit.Scheme}' is written elsewhere in the document; edit the document's text.");
        }

        if (edit.AtGateway is { } word)
        {
            scheme[ProjectionSchemes.AtGateway] = word;
        }
        else
        {
            scheme.Remove(ProjectionSchemes.AtGateway);
        }
    }

    private static void SetInfo(Draft draft, string member, string value)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            throw new EditRefusedException($"The {member} must not be empty.");
        }

        Draft.Child(draft.Root, "info")[member] = value;
    }
}
