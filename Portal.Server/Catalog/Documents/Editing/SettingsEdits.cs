namespace Portal.Server.Catalog.Documents.Editing;

/// <summary>What is settled for a document as a whole: what answers by default, what is left out, what stands in for a security scheme, how it is called.</summary>
internal static class SettingsEdits
{
    public static void SetDefaultIntegration(Draft draft, DefaultIntegration? integration)
    {
        if (integration is null)
        {
            draft.Root.Remove(DefaultIntegration.Member);
            return;
        }

        IntegrationFaults.Check(integration);
        draft.Root[DefaultIntegration.Member] = integration.ToJson();
    }

    public static void SetLeftOut(Draft draft, IReadOnlyList<RouteName> routes, bool isLeftOut)
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

    public static void SettleSecurity(Draft draft, DocumentEdit.SettleSecurity edit)
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

    public static void SetInfo(Draft draft, string member, string value)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            throw new EditRefusedException($"The {member} must not be empty.");
        }

        Draft.Child(draft.Root, "info")[member] = value;
    }
}
