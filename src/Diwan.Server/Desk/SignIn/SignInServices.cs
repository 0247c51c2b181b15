using Diwan.Server.Hosting;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Diwan.Server.Desk.SignIn;

/// <summary>Signing in at the desk, by ASP.NET Core Identity.</summary>
internal static class SignInServices
{
    /// <summary>Shortest password: NIST SP 800-63B asks for 8 at least and 15 where it is the only factor; 12 is what people here can be asked for.</summary>
    public const int ShortestPassword = 12;

    public static IServiceCollection AddSignIn(this IServiceCollection services)
    {
        services.AddIdentityCore<DeskUser>(options =>
            {
                // Length alone, as NIST SP 800-63B advises: rules about kinds of characters make people predictable.
                options.Password = new() { RequiredLength = ShortestPassword, RequireDigit = false, RequireLowercase = false, RequireUppercase = false, RequireNonAlphanumeric = false, RequiredUniqueChars = 4 };
                options.Lockout = new() { MaxFailedAccessAttempts = 5, DefaultLockoutTimeSpan = TimeSpan.FromMinutes(5) };
                options.User.AllowedUserNameCharacters = ""; // any: names of every script
            })
            .AddUserStore<DeskUserStore>()
            .AddClaimsPrincipalFactory<DeskPrincipals>()
            .AddSignInManager();
        services.Configure<SecurityStampValidatorOptions>(options => options.ValidationInterval = TimeSpan.FromMinutes(1));
        services.AddAccess().AddIdentityCookies(cookies => cookies.ApplicationCookie!.Configure(Configure));
        services.AddAntiforgery(options => (options.Cookie.Name, options.Cookie.SameSite) = ("diwan-form", SameSiteMode.Strict));
        services.AddHttpContextAccessor();
        return services;
    }

    private static void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "diwan-desk";
        options.Cookie.HttpOnly = true;
        // Lax, not Strict: a link to the desk in a colleague's message should open signed in; every act is a POST with a form token.
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = TimeSpan.FromHours(12);
        options.SlidingExpiration = true;
        options.LoginPath = "/desk/sign-in";
        options.AccessDeniedPath = "/desk/denied";
        options.ReturnUrlParameter = "to";
    }
}
