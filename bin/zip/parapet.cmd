@echo off
rem Starts Parapet from its zip; needs Java 25 or newer: PARAPET_JAVA_HOME, JAVA_HOME, or java on the path.
setlocal
set "ROOT=%~dp0"
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
if defined PARAPET_JAVA_HOME set "JAVA=%PARAPET_JAVA_HOME%\bin\java"
"%JAVA%" --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -XX:-UsePerfData -XX:+UseParallelGC "-Dparapet.home=%ROOT%." %PARAPET_JAVA_OPTS% -jar "%ROOT%lib\parapet.jar" %*
exit /b %ERRORLEVEL%
