using System.Diagnostics;

namespace Portal.Server.Catalog.Documents.Editing;

/// <summary>Which hand makes which edit.</summary>
internal static class Dispatch
{
    public static void Apply(Draft draft, DocumentEdit edit) => HandOf(edit)(draft);

    private static Action<Draft> HandOf(DocumentEdit edit) => edit switch
    {
        // The operations, and what counts for all of them.
        DocumentEdit.AddRoute add => draft => RouteEdits.Add(draft, add),
        DocumentEdit.ChangeRoute change => draft => RouteEdits.Change(draft, change),
        DocumentEdit.RemoveRoute remove => draft => RouteEdits.Remove(draft, remove.Route),
        DocumentEdit.SetDefaultIntegration set => draft => SettingsEdits.SetDefaultIntegration(draft, set.Integration),
        DocumentEdit.LeaveOut leave => draft => SettingsEdits.SetLeftOut(draft, leave.Routes, true),
        DocumentEdit.TakeBack take => draft => SettingsEdits.SetLeftOut(draft, take.Routes, false),
        DocumentEdit.SetTitle set => draft => SettingsEdits.SetInfo(draft, "title", set.Title),
        DocumentEdit.SetVersion set => draft => SettingsEdits.SetInfo(draft, "version", set.Version),

        // Who may call.
        DocumentEdit.SettleSecurity settle => draft => SettingsEdits.SettleSecurity(draft, settle),
        DocumentEdit.AddAuthorizer add => draft => AuthorizerEdits.Add(draft, add),
        DocumentEdit.ChangeAuthorizer change => draft => AuthorizerEdits.Change(draft, change),
        DocumentEdit.RemoveAuthorizer remove => draft => AuthorizerEdits.Remove(draft, remove.Name),
        DocumentEdit.SetGuard set => draft => GuardEdits.Set(draft, set),
        DocumentEdit.SetDefaultGuard set => draft => GuardEdits.SetDefault(draft, set),
        DocumentEdit.SetApiKeySource set => draft => ApiKeySources.Write(draft.Root, set.Source),
        DocumentEdit.RenameAuthorizer rename => draft => AuthorizerEdits.Rename(draft, rename),

        // What a document declares by name, beside its routes.
        DocumentEdit.AddValidator add => draft => ValidatorEdits.Add(draft, add),
        DocumentEdit.ChangeValidator change => draft => ValidatorEdits.Change(draft, change),
        DocumentEdit.RemoveValidator remove => draft => ValidatorEdits.Remove(draft, remove.Name),
        DocumentEdit.SetValidator set => draft => ValidatorEdits.Set(draft, set),
        DocumentEdit.SetDefaultValidator set => draft => ValidatorEdits.SetDefault(draft, set.Validator),
        DocumentEdit.AddModel add => draft => ModelEdits.Add(draft, add),
        DocumentEdit.ChangeModel change => draft => ModelEdits.Change(draft, change),
        DocumentEdit.RemoveModel remove => draft => ModelEdits.Remove(draft, remove.Name),
        DocumentEdit.SetModels set => draft => BodyEdits.Set(draft, set),
        DocumentEdit.SetGatewayResponse set => draft => GatewayResponseEdits.Set(draft, set),
        DocumentEdit.RemoveGatewayResponse remove => draft => GatewayResponseEdits.Remove(draft, remove.Type),
        DocumentEdit.RenameModel rename => draft => ModelEdits.Rename(draft, rename),

        // What becomes of calls on their way.
        DocumentEdit.AllowBrowsers allow => draft => BrowserEdits.Allow(draft, allow),
        DocumentEdit.ForbidBrowsers forbid => draft => BrowserEdits.Forbid(draft, forbid),
        DocumentEdit.SetIntegrationOptions set => draft => IntegrationOptionEdits.Set(draft, set),
        DocumentEdit.SetHttpCors set => draft => HttpCorsEdits.Set(draft, set.Cors),
        DocumentEdit.SetPolicy set => draft => PolicyEdits.Set(draft, set.Policy),

        // What WebSocket APIs have instead of operations.
        DocumentEdit.AddSocketRoute add => draft => SocketRouteEdits.Add(draft, add),
        DocumentEdit.ChangeSocketRoute change => draft => SocketRouteEdits.Change(draft, change),
        DocumentEdit.SetRouteSelection set => draft => SocketRouteEdits.SetSelection(draft, set.Expression),

        _ => throw new UnreachableException(),
    };
}
