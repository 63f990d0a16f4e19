using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Portal.Server.Platform;
using Portal.Server.Platform.Mail;
using Portal.Shared;
using Portal.Shared.Identity;

namespace Portal.Server.Identity;

internal static class IdentityModule
{
    private const string CookieOrToken = "CookieOrToken";

    public static void AddPortalIdentity(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(configuration.GetSection("Developers").Get<DevelopersOptions>() ?? new DevelopersOptions());
        services.AddIdentityCore<User>(options =>
            {
                options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
                options.User.RequireUniqueEmail = true;
                options.Password.RequiredLength = 12;
                options.Password.RequireDigit = false;
                options.Password.RequireLowercase = false;
                options.Password.RequireUppercase = false;
                options.Password.RequireNonAlphanumeric = false;
                options.Lockout.MaxFailedAccessAttempts = 5;
                options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(5);
            })
            .AddSignInManager()
            .AddDefaultTokenProviders();

        services.AddScoped<IUserStore<User>>(scope =>
            new UserOnlyStore<User, PortalDb, Guid>(scope.GetRequiredService<PortalDb>(), scope.GetRequiredService<IdentityErrorDescriber>()));

        services.AddAuthentication(CookieOrToken)
            .AddPolicyScheme(CookieOrToken, null, options => options.ForwardDefaultSelector = context =>
                TokenAuthentication.IsMeant(context) ? TokenAuthentication.SchemeName : IdentityConstants.ApplicationScheme)
            .AddScheme<AuthenticationSchemeOptions, TokenAuthentication>(TokenAuthentication.SchemeName, null)
            .AddIdentityCookies(cookies => cookies.ApplicationCookie!.Configure(ConfigureCookie));

        services.AddAuthorization(options =>
        {
            foreach (var policy in PolicyNames)
            {
                options.AddPolicy(policy, rule => rule.AddRequirements(new RoleRequirement(policy)));
            }
        });

        services.AddScoped<Microsoft.AspNetCore.Authorization.IAuthorizationHandler, RoleRequirement.Handler>();
        services.AddCascadingAuthenticationState();
        services.AddScoped<Permissions>();
        services.AddScoped<IPermissions>(scope => scope.GetRequiredService<Permissions>());
        services.AddScoped<IOwners, TeamOwners>();
        services.AddScoped<IPeopleNames, PeopleNames>();
        services.AddScoped<CircuitHandler, SessionWatch>();
        services.AddScoped<FirstAdministrator>();
        services.AddScoped<Invitations>();
        services.AddScoped<IMailTemplate, ConfirmationMail>();
        services.AddScoped<IMailTemplate, KnownAddressMail>();
        services.AddScoped<IMailTemplate, PasswordMail>();
        services.AddSingleton<SetupCode>();
    }

    public static void MapIdentity(this IEndpointRouteBuilder api)
    {
        api.MapGet("/me", (IPortal portal, CancellationToken cancellationToken) => portal.AnswerAsync(new WhoAmI(), cancellationToken)).Asks<WhoAmI>();

        api.MapGet("/tokens", (IPortal portal, CancellationToken cancellationToken) => portal.AnswerAsync(new ListTokens(), cancellationToken)).Asks<ListTokens>();
        api.MapPost("/tokens", (MakeToken request, HttpContext http, IPortal portal, CancellationToken cancellationToken) =>
        {
            http.Response.Headers.CacheControl = "no-store";

            return portal.AnswerAsync(request, cancellationToken, made => TypedResults.Created($"/api/v1/tokens/{made.Token.Id}", made));
        }).Asks<MakeToken>(StatusCodes.Status201Created);
        api.MapDelete("/tokens/{id:guid}", (Guid id, IPortal portal, CancellationToken cancellationToken) => portal.AnswerAsync(new RevokeToken(id), cancellationToken)).Asks<RevokeToken>();

        api.MapGet("/people", (IPortal portal, CancellationToken cancellationToken) => portal.AnswerAsync(new ListPeople(), cancellationToken)).Asks<ListPeople>();
        api.MapGet("/people/{id:guid}", (Guid id, IPortal portal, CancellationToken cancellationToken) => portal.AnswerAsync(new GetPerson(id), cancellationToken)).Asks<GetPerson>();
        api.MapPost("/people", (AddPerson request, IPortal portal, CancellationToken cancellationToken) =>
            portal.AnswerAsync(request, cancellationToken, made => TypedResults.Created($"/api/v1/people/{made.Person.Id}", made))).Asks<AddPerson>(StatusCodes.Status201Created);
        api.MapPut("/people/{id:guid}", (Guid id, ChangePerson request, IPortal portal, CancellationToken cancellationToken) =>
            portal.AnswerAsync(request with { Id = id }, cancellationToken)).Asks<ChangePerson>();
        api.MapPost("/people/{id:guid}/invitation", (Guid id, IPortal portal, CancellationToken cancellationToken) =>
            portal.AnswerAsync(new InviteAgain(id), cancellationToken)).Asks<InviteAgain>();

        api.MapPost("/people/{id:guid}/confirm", (Guid id, IPortal portal, CancellationToken cancellationToken) =>
            portal.AnswerAsync(new ConfirmPerson(id), cancellationToken)).Asks<ConfirmPerson>();
        api.MapPost("/people/{id:guid}/confirmation", (Guid id, IPortal portal, CancellationToken cancellationToken) =>
            portal.AnswerAsync(new SendConfirmation(id), cancellationToken)).Asks<SendConfirmation>();
        MapForStrangers(api.MapGroup("/registrations").AllowAnonymous());

        api.MapGet("/teams", (IPortal portal, CancellationToken cancellationToken) => portal.AnswerAsync(new ListTeams(), cancellationToken)).Asks<ListTeams>();
        api.MapPost("/teams", (CreateTeam request, IPortal portal, CancellationToken cancellationToken) =>
            portal.AnswerAsync(request, cancellationToken, team => TypedResults.Created($"/api/v1/teams/{team.Id}", team))).Asks<CreateTeam>(StatusCodes.Status201Created);
    }

    /// <summary>What is asked by people who cannot sign in yet, or not any more.</summary>
    private static void MapForStrangers(RouteGroupBuilder registrations)
    {
        registrations.MapGet("", (IPortal portal, CancellationToken cancellationToken) => portal.AnswerAsync(new GetRegistration(), cancellationToken)).Asks<GetRegistration>();
        registrations.MapPost("", (Register request, IPortal portal, CancellationToken cancellationToken) => portal.AnswerAsync(request, cancellationToken)).Asks<Register>();
        registrations.MapPost("/confirm", (ConfirmAddress request, IPortal portal, CancellationToken cancellationToken) => portal.AnswerAsync(request, cancellationToken)).Asks<ConfirmAddress>();
        registrations.MapPost("/again", (SendConfirmationAgain request, IPortal portal, CancellationToken cancellationToken) => portal.AnswerAsync(request, cancellationToken)).Asks<SendConfirmationAgain>();
        registrations.MapPost("/forgot-password", (ForgotPassword request, IPortal portal, CancellationToken cancellationToken) => portal.AnswerAsync(request, cancellationToken)).Asks<ForgotPassword>();
    }

    /// <summary>Says in the log how to begin, as long as nobody has.</summary>
    public static async Task PrepareIdentityAsync(this IServiceProvider services, IConfiguration configuration, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<FirstAdministrator>().CreateFromSettingsAsync(configuration, cancellationToken);

        if (!await scope.ServiceProvider.GetRequiredService<PortalDb>().Set<User>().AnyAsync(cancellationToken))
        {
            services.GetRequiredService<SetupCode>().Announce();
        }
    }

    private static IEnumerable<string> PolicyNames => typeof(Policies).GetFields()
        .Where(constant => constant.IsLiteral)
        .Select(constant => (string)constant.GetRawConstantValue()!);

    private static void ConfigureCookie(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "portal-session";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.LoginPath = "/account/sign-in";
        options.LogoutPath = "/account/sign-out";
        options.AccessDeniedPath = "/account/access-denied";
        options.ReturnUrlParameter = "returnUrl";
        options.ExpireTimeSpan = TimeSpan.FromDays(14);
        options.SlidingExpiration = true;
        // A program wants a status, not a page.
        options.Events.OnRedirectToLogin = context => Redirect(context, StatusCodes.Status401Unauthorized);
        options.Events.OnRedirectToAccessDenied = context => Redirect(context, StatusCodes.Status403Forbidden);
    }

    private static Task Redirect(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        if (context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase))
        {
            context.Response.StatusCode = status;
        }
        else
        {
            context.Response.Redirect(context.RedirectUri);
        }

        return Task.CompletedTask;
    }
}
