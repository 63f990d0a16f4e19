using System.Diagnostics;

namespace Portal.Server.Catalog.Documents.Editing;

/// <summary>Which hand makes which edit.</summary>
internal static class Dispatch
{
    public static void Apply(Draft draft, DocumentEdit edit)
    {
        if (!(Routes(draft, edit) || Security(draft, edit) || Parts(draft, edit) || Calls(draft, edit) || Sockets(draft, edit)))
        {
            throw new UnreachableException();
        }
    }

    /// <summary>The operations, and what counts for all of them.</summary>
    private static bool Routes(Draft draft, DocumentEdit edit)
    {
        switch (edit)
        {
            case DocumentEdit.AddRoute add:
                RouteEdits.Add(draft, add);
                return true;

            case DocumentEdit.ChangeRoute change:
                RouteEdits.Change(draft, change);
                return true;

            case DocumentEdit.RemoveRoute remove:
                RouteEdits.Remove(draft, remove.Route);
                return true;

            case DocumentEdit.SetDefaultIntegration set:
                SettingsEdits.SetDefaultIntegration(draft, set.Integration);
                return true;

            case DocumentEdit.LeaveOut leave:
                SettingsEdits.SetLeftOut(draft, leave.Routes, true);
                return true;

            case DocumentEdit.TakeBack take:
                SettingsEdits.SetLeftOut(draft, take.Routes, false);
                return true;

            case DocumentEdit.SetTitle set:
                SettingsEdits.SetInfo(draft, "title", set.Title);
                return true;

            case DocumentEdit.SetVersion set:
                SettingsEdits.SetInfo(draft, "version", set.Version);
                return true;

            default:
                return false;
        }
    }

    /// <summary>Who may call.</summary>
    private static bool Security(Draft draft, DocumentEdit edit)
    {
        switch (edit)
        {
            case DocumentEdit.SettleSecurity settle:
                SettingsEdits.SettleSecurity(draft, settle);
                return true;

            case DocumentEdit.AddAuthorizer add:
                AuthorizerEdits.Add(draft, add);
                return true;

            case DocumentEdit.ChangeAuthorizer change:
                AuthorizerEdits.Change(draft, change);
                return true;

            case DocumentEdit.RemoveAuthorizer remove:
                AuthorizerEdits.Remove(draft, remove.Name);
                return true;

            case DocumentEdit.SetGuard set:
                GuardEdits.Set(draft, set);
                return true;

            case DocumentEdit.SetDefaultGuard set:
                GuardEdits.SetDefault(draft, set);
                return true;

            case DocumentEdit.SetApiKeySource set:
                ApiKeySources.Write(draft.Root, set.Source);
                return true;

            case DocumentEdit.RenameAuthorizer rename:
                AuthorizerEdits.Rename(draft, rename);
                return true;

            default:
                return false;
        }
    }

    /// <summary>What a document declares by name, beside its routes.</summary>
    private static bool Parts(Draft draft, DocumentEdit edit)
    {
        switch (edit)
        {
            case DocumentEdit.AddValidator add:
                ValidatorEdits.Add(draft, add);
                return true;

            case DocumentEdit.ChangeValidator change:
                ValidatorEdits.Change(draft, change);
                return true;

            case DocumentEdit.RemoveValidator remove:
                ValidatorEdits.Remove(draft, remove.Name);
                return true;

            case DocumentEdit.SetValidator set:
                ValidatorEdits.Set(draft, set);
                return true;

            case DocumentEdit.SetDefaultValidator set:
                ValidatorEdits.SetDefault(draft, set.Validator);
                return true;

            case DocumentEdit.AddModel add:
                ModelEdits.Add(draft, add);
                return true;

            case DocumentEdit.ChangeModel change:
                ModelEdits.Change(draft, change);
                return true;

            case DocumentEdit.RemoveModel remove:
                ModelEdits.Remove(draft, remove.Name);
                return true;

            case DocumentEdit.SetModels set:
                BodyEdits.Set(draft, set);
                return true;

            case DocumentEdit.SetGatewayResponse set:
                GatewayResponseEdits.Set(draft, set);
                return true;

            case DocumentEdit.RemoveGatewayResponse remove:
                GatewayResponseEdits.Remove(draft, remove.Type);
                return true;

            case DocumentEdit.RenameModel rename:
                ModelEdits.Rename(draft, rename);
                return true;

            default:
                return false;
        }
    }

    /// <summary>What becomes of calls on their way.</summary>
    private static bool Calls(Draft draft, DocumentEdit edit)
    {
        switch (edit)
        {
            case DocumentEdit.AllowBrowsers allow:
                BrowserEdits.Allow(draft, allow);
                return true;

            case DocumentEdit.ForbidBrowsers forbid:
                BrowserEdits.Forbid(draft, forbid);
                return true;

            case DocumentEdit.SetIntegrationOptions set:
                IntegrationOptionEdits.Set(draft, set);
                return true;

            case DocumentEdit.SetHttpCors set:
                HttpCorsEdits.Set(draft, set.Cors);
                return true;

            case DocumentEdit.SetPolicy set:
                PolicyEdits.Set(draft, set.Policy);
                return true;

            default:
                return false;
        }
    }

    /// <summary>What WebSocket APIs have instead of operations.</summary>
    private static bool Sockets(Draft draft, DocumentEdit edit)
    {
        switch (edit)
        {
            case DocumentEdit.AddSocketRoute add:
                SocketRouteEdits.Add(draft, add);
                return true;

            case DocumentEdit.ChangeSocketRoute change:
                SocketRouteEdits.Change(draft, change);
                return true;

            case DocumentEdit.SetRouteSelection set:
                SocketRouteEdits.SetSelection(draft, set.Expression);
                return true;

            default:
                return false;
        }
    }
}
