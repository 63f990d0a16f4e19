using Microsoft.AspNetCore.Identity;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Identity;

namespace Portal.Server.Identity;

/// <summary>"token --user EMAIL [--name NAME] [--days N]": makes a personal access token from the command line of the server's own machine, and prints it last.</summary>
internal static class TokenCommand
{
    public const string Name = "token";

    public static async Task<int> RunAsync(IServiceProvider services, IConfiguration arguments, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();

        if (arguments["user"] is not { Length: > 0 } email)
        {
            return await FailAsync("Say whose token: token --user EMAIL");
        }

        if (await scope.ServiceProvider.GetRequiredService<UserManager<User>>().FindByEmailAsync(email) is not { Suspended: false } person)
        {
            return await FailAsync($"Nobody with the address '{email}' has an account here. The first one is made on the set-up page, or by Setup:AdminEmail and Setup:AdminPassword.");
        }

        var days = arguments["days"];
        var request = new MakeToken { Name = arguments["name"] ?? "command line", DaysValid = days is null ? null : int.TryParse(days, out var number) ? number : 0 };
        var result = await new MakeTokenValidator().ValidateAsync(request, cancellationToken);

        if (!result.IsValid)
        {
            return await FailAsync(string.Join(' ', result.Errors.Select(error => error.ErrorMessage)));
        }

        var user = new CurrentUser { Id = person.Id, Name = person.DisplayName, Roles = person.Roles, Teams = [] };
        var handler = scope.ServiceProvider.GetRequiredService<IHandler<MakeToken, MadeToken>>();

        if (await handler.HandleAsync(request, user, cancellationToken) is not Answer<MadeToken>.Given({ Value: var value }))
        {
            return await FailAsync("The token could not be made.");
        }

        await Console.Out.WriteLineAsync(value);

        return 0;
    }

    private static async Task<int> FailAsync(string sentence)
    {
        await Console.Error.WriteLineAsync(sentence);

        return 1;
    }
}
