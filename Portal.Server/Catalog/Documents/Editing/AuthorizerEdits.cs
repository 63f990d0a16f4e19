using System.Text.Json.Nodes;
using Portal.Shared.Catalog;

namespace Portal.Server.Catalog.Documents.Editing;

/// <summary>Authorizers of a tree. What the editor does not know of one stays.</summary>
internal static class AuthorizerEdits
{
    public static void Add(Draft draft, DocumentEdit.AddAuthorizer edit)
    {
        if (SchemeEdits.Of(draft)?.ContainsKey(edit.Name) is true)
        {
            throw new EditRefusedException($"There is a security scheme '{edit.Name}' already.");
        }

        SchemeEdits.Add(draft, edit.Name, AuthorizerJson.NewScheme(edit.Authorizer, draft.Version));
    }

    public static void Change(Draft draft, DocumentEdit.ChangeAuthorizer edit)
    {
        var scheme = Scheme(draft, edit.Name);

        if (Guards.KindOf(draft.Root, scheme) is SchemeKind.ApiKey or SchemeKind.Iam)
        {
            throw new EditRefusedException($"The security scheme '{edit.Name}' is no authorizer; add one under another name.");
        }

        var wasCognito = AuthorizerJson.Read(scheme) switch
        {
            null => (bool?)null,
            var known => known is Authorizer.Cognito,
        };
        SetHeader(scheme, edit);

        if (edit.Authorizer is Authorizer.Jwt)
        {
            scheme.Remove(AuthorizerJson.AuthType);
        }
        else if (!scheme.ContainsKey(AuthorizerJson.AuthType) || (wasCognito is { } was && was != edit.Authorizer is Authorizer.Cognito))
        {
            scheme[AuthorizerJson.AuthType] = AuthorizerJson.AuthTypeOf(edit.Authorizer);
        }

        // What stood in for it is not needed any more.
        scheme.Remove(ProjectionSchemes.AtGateway);
        Join(Draft.Child(scheme, ProjectionSchemes.Authorizer), edit.Authorizer);
    }

    /// <summary>Whoever demands it demands it under its new name.</summary>
    public static void Rename(Draft draft, DocumentEdit.RenameAuthorizer edit)
    {
        if (edit.To == edit.Name)
        {
            return;
        }

        if (Guards.KindOf(draft.Root, Scheme(draft, edit.Name)) is not SchemeKind.Authorizer)
        {
            throw new EditRefusedException($"The security scheme '{edit.Name}' is no authorizer.");
        }

        if (SchemeEdits.Of(draft)!.ContainsKey(edit.To))
        {
            throw new EditRefusedException($"There is a security scheme '{edit.To}' already.");
        }

        draft.Rename(SchemeEdits.Of(draft)!, edit.Name, edit.To);
        Following.Scheme(draft, edit.Name, edit.To);
    }

    public static void Remove(Draft draft, string name)
    {
        var scheme = Scheme(draft, name);

        if (Guards.KindOf(draft.Root, scheme) is not SchemeKind.Authorizer)
        {
            throw new EditRefusedException($"The security scheme '{name}' is no authorizer.");
        }

        if (SchemeEdits.Users(draft, name).ToList() is [_, ..] users)
        {
            throw new EditRefusedException($"'{name}' guards {EditRefusedException.Some(users)}; give these another guard first.");
        }

        SchemeEdits.Remove(draft, name);
    }

    private static JsonObject Scheme(Draft draft, string name)
    {
        if (SchemeEdits.Of(draft).Member(name) is not { } scheme)
        {
            throw new EditRefusedException($"The document declares no security scheme '{name}'.");
        }

        return scheme.ContainsKey("$ref") ? throw new EditRefusedException($"The security scheme '{name}' is written elsewhere in the document; edit the document's text.") : scheme;
    }

    private static void SetHeader(JsonObject scheme, DocumentEdit.ChangeAuthorizer edit)
    {
        if (AuthorizerJson.Header(edit.Authorizer) is not { } header || header == AuthorizerJson.HeaderOf(scheme))
        {
            return;
        }

        if (scheme.Text("type") is not "apiKey")
        {
            throw new EditRefusedException($"'{edit.Name}' is a scheme of type {scheme.Text("type")}, whose token is in the header Authorization.");
        }

        scheme["name"] = header;
    }

    private static void Join(JsonObject existing, Authorizer wanted)
    {
        var known = new JsonObject { [ProjectionSchemes.Authorizer] = existing.DeepClone(), ["type"] = "apiKey" };
        var before = AuthorizerJson.Read(known);
        var was = before is null ? [] : AuthorizerJson.Members(before).ToDictionary();
        existing.SetNodes(AuthorizerJson.Members(wanted), was);
    }
}
